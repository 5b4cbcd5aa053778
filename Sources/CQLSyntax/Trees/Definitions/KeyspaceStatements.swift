/// `CREATE KEYSPACE`.
public struct CreateKeyspace: Hashable, Sendable {
    /// The keyspace.
    public let name: Name
    /// Whether it says IF NOT EXISTS.
    public let ifNotExists: Bool
    /// What stands behind WITH.
    public let properties: [Property]

    /// Makes a statement.
    public init(name: Name, ifNotExists: Bool = false, properties: [Property]) {
        self.name = name
        self.ifNotExists = ifNotExists
        self.properties = properties
    }
}

/// `ALTER KEYSPACE`.
public struct AlterKeyspace: Hashable, Sendable {
    /// The keyspace.
    public let name: Name
    /// Whether it says IF EXISTS (4.1 and later).
    public let ifExists: Bool
    /// What stands behind WITH.
    public let properties: [Property]

    /// Makes a statement.
    public init(name: Name, ifExists: Bool = false, properties: [Property]) {
        self.name = name
        self.ifExists = ifExists
        self.properties = properties
    }
}

/// `DROP KEYSPACE`.
public struct DropKeyspace: Hashable, Sendable {
    /// The keyspace.
    public let name: Name
    /// Whether it says IF EXISTS.
    public let ifExists: Bool

    /// Makes a statement.
    public init(name: Name, ifExists: Bool = false) {
        self.name = name
        self.ifExists = ifExists
    }
}
