/// `GRANT` and `REVOKE` of permissions.
public struct PermissionStatement: Hashable, Sendable {
    /// The permissions; nil for all that there are.
    public let permissions: [Permission]?
    /// What they are about.
    public let resource: Resource
    /// Who gets or loses them.
    public let role: RoleName

    /// Makes a statement.
    public init(_ permissions: [Permission]?, on resource: Resource, role: RoleName) {
        self.permissions = permissions
        self.resource = resource
        self.role = role
    }
}

/// `GRANT` and `REVOKE` of a role.
public struct RoleMembership: Hashable, Sendable {
    /// The role.
    public let role: RoleName
    /// Who gets or loses it.
    public let member: RoleName

    /// Makes a statement.
    public init(role: RoleName, member: RoleName) {
        self.role = role
        self.member = member
    }
}

/// `LIST PERMISSIONS` and `LIST ROLES`.
public enum ListStatement: Hashable, Sendable {
    /// `LIST ALL PERMISSIONS [ON …] [OF r]`; nil for all permissions.
    case permissions([Permission]?, on: Resource?, of: RoleName?, isRecursive: Bool)
    /// `LIST ROLES [OF r]`.
    case roles(of: RoleName?, isRecursive: Bool)
    /// `LIST USERS`.
    case users
    /// `LIST SUPERUSERS` (6.0).
    case superusers
}
