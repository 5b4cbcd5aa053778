/// A field of a user-defined type.
public struct FieldDefinition: Hashable, Sendable {
    /// The field.
    public let name: Name
    /// Its type.
    public let type: TypeExpression

    /// Makes a definition.
    public init(name: Name, type: TypeExpression) {
        self.name = name
        self.type = type
    }
}

/// `CREATE TYPE`.
public struct CreateType: Hashable, Sendable {
    /// The type.
    public let name: QualifiedName
    /// Whether it says IF NOT EXISTS.
    public let ifNotExists: Bool
    /// Its fields in order.
    public let fields: [FieldDefinition]

    /// Makes a statement.
    public init(name: QualifiedName, ifNotExists: Bool = false, fields: [FieldDefinition]) {
        self.name = name
        self.ifNotExists = ifNotExists
        self.fields = fields
    }
}

/// `ALTER TYPE`.
public struct AlterType: Hashable, Sendable {
    /// What it changes.
    public enum Change: Hashable, Sendable {
        /// `ADD [IF NOT EXISTS] f t`.
        case add(FieldDefinition, ifNotExists: Bool)
        /// `RENAME [IF EXISTS] a TO b AND …`.
        case rename([Rename], ifExists: Bool)
        /// `ALTER f TYPE t`, which every release reads and refuses.
        case alter(FieldDefinition)
    }

    /// The type.
    public let name: QualifiedName
    /// Whether it says IF EXISTS of the type (4.1 and later).
    public let ifExists: Bool
    /// What it changes.
    public let change: Change

    /// Makes a statement.
    public init(name: QualifiedName, ifExists: Bool = false, change: Change) {
        self.name = name
        self.ifExists = ifExists
        self.change = change
    }
}
