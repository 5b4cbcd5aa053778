/// `CREATE TRIGGER`.
public struct CreateTrigger: Hashable, Sendable {
    /// The trigger.
    public let name: Name
    /// Whether it says IF NOT EXISTS.
    public let ifNotExists: Bool
    /// The table.
    public let table: QualifiedName
    /// The Java class behind USING.
    public let using: String

    /// Makes a statement.
    public init(name: Name, ifNotExists: Bool = false, table: QualifiedName, using: String) {
        self.name = name
        self.ifNotExists = ifNotExists
        self.table = table
        self.using = using
    }
}

/// `DROP TRIGGER`.
public struct DropTrigger: Hashable, Sendable {
    /// The trigger.
    public let name: Name
    /// Whether it says IF EXISTS.
    public let ifExists: Bool
    /// The table.
    public let table: QualifiedName

    /// Makes a statement.
    public init(name: Name, ifExists: Bool = false, table: QualifiedName) {
        self.name = name
        self.ifExists = ifExists
        self.table = table
    }
}
