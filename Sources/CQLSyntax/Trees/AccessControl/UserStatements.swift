/// `CREATE USER` and `ALTER USER`: a role that may log in.
public struct UserStatement: Hashable, Sendable {
    /// What is known of the password.
    public enum Password: Hashable, Sendable {
        /// `PASSWORD '…'`.
        case plain(String)
        /// `HASHED PASSWORD '…'` (4.1 and later).
        case hashed(String)
        /// `GENERATED PASSWORD` (6.0).
        case generated
    }

    /// The user.
    public let name: RoleName
    /// Whether it says IF NOT EXISTS or, in ALTER USER, IF EXISTS (4.1 and later).
    public let isGuarded: Bool
    /// `WITH PASSWORD '…'`.
    public let password: Password?
    /// SUPERUSER or NOSUPERUSER, where one of them stands.
    public let isSuperuser: Bool?

    /// Makes a statement.
    public init(name: RoleName, isGuarded: Bool = false, password: Password? = nil, isSuperuser: Bool? = nil) {
        self.name = name
        self.isGuarded = isGuarded
        self.password = password
        self.isSuperuser = isSuperuser
    }
}

/// `ADD IDENTITY` (5.0 and later).
public struct AddIdentity: Hashable, Sendable {
    /// The identity in a client's certificate.
    public let identity: RoleName
    /// The role that it stands for.
    public let role: RoleName
    /// Whether it says IF NOT EXISTS.
    public let ifNotExists: Bool

    /// Makes a statement.
    public init(identity: RoleName, role: RoleName, ifNotExists: Bool = false) {
        self.identity = identity
        self.role = role
        self.ifNotExists = ifNotExists
    }
}
