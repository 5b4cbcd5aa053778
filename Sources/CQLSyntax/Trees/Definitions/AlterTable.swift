/// `ALTER TABLE`.
public struct AlterTable: Hashable, Sendable {
    /// What it changes.
    public enum Change: Hashable, Sendable {
        /// `ADD [IF NOT EXISTS] …`.
        case add([ColumnDefinition], ifNotExists: Bool)
        /// `DROP [IF EXISTS] … [USING TIMESTAMP n]`.
        case drop([Name], ifExists: Bool, timestamp: Constant?)
        /// `RENAME [IF EXISTS] a TO b AND …`.
        case rename([Rename], ifExists: Bool)
        /// `ALTER [IF EXISTS] c TYPE t`, which every release reads and refuses.
        case alterType(Name, TypeExpression, ifExists: Bool)
        /// `ALTER [IF EXISTS] c MASKED WITH f` or, without a function, `DROP MASKED` (5.0 and later).
        case mask(Name, FunctionCall?, ifExists: Bool)
        /// `ALTER [IF EXISTS] c CHECK …` or, without constraints, `DROP CHECK` (6.0).
        case check(Name, [ColumnConstraint], ifExists: Bool)
        /// `WITH …`.
        case properties([Property])
        /// `DROP COMPACT STORAGE`.
        case dropCompactStorage
    }

    /// The table.
    public let name: QualifiedName
    /// Whether it says IF EXISTS of the table (4.1 and later).
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

/// `a TO b`: of a column or of a field.
public struct Rename: Hashable, Sendable {
    /// The name as it was.
    public let from: Name
    /// The name as it will be.
    public let to: Name

    /// Makes a renaming.
    public init(from: Name, to: Name) {
        self.from = from
        self.to = to
    }
}
