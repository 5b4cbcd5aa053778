/// `CREATE ROLE`.
public struct CreateRole: Hashable, Sendable {
    /// The role; nil in `CREATE GENERATED ROLE` (6.0), where the server makes a name up.
    public let name: RoleName?
    /// Whether it says IF NOT EXISTS.
    public let ifNotExists: Bool
    /// What stands behind WITH.
    public let options: [RoleOption]

    /// Makes a statement.
    public init(name: RoleName?, ifNotExists: Bool = false, options: [RoleOption] = []) {
        self.name = name
        self.ifNotExists = ifNotExists
        self.options = options
    }
}

/// `ALTER ROLE`.
public struct AlterRole: Hashable, Sendable {
    /// The role.
    public let name: RoleName
    /// Whether it says IF EXISTS (4.1 and later).
    public let ifExists: Bool
    /// What stands behind WITH.
    public let options: [RoleOption]

    /// Makes a statement.
    public init(name: RoleName, ifExists: Bool = false, options: [RoleOption] = []) {
        self.name = name
        self.ifExists = ifExists
        self.options = options
    }
}

/// `DROP ROLE` and `DROP USER`.
public struct DropRole: Hashable, Sendable {
    /// The role.
    public let name: RoleName
    /// Whether it says IF EXISTS.
    public let ifExists: Bool

    /// Makes a statement.
    public init(name: RoleName, ifExists: Bool = false) {
        self.name = name
        self.ifExists = ifExists
    }
}
