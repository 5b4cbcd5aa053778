/// What somebody may do with a resource.
public enum Permission: String, Hashable, Sendable, CaseIterable {
    case create, alter, drop, select, modify, authorize, describe, execute
    /// `UNMASK` (5.0 and later).
    case unmask
    /// `SELECT_MASKED` (5.0 and later).
    case selectMasked = "select_masked"
}

/// What a permission is about.
public enum Resource: Hashable, Sendable {
    /// `ALL KEYSPACES`.
    case allKeyspaces
    /// `KEYSPACE k`.
    case keyspace(Name)
    /// `ALL TABLES IN KEYSPACE k` (4.1 and later).
    case allTables(in: Name)
    /// `[TABLE] t`.
    case table(QualifiedName)
    /// `ALL ROLES`.
    case allRoles
    /// `ROLE r`.
    case role(RoleName)
    /// `ALL FUNCTIONS`.
    case allFunctions
    /// `ALL FUNCTIONS IN KEYSPACE k`.
    case functions(in: Name)
    /// `FUNCTION k.f (int)`.
    case function(QualifiedName, [TypeExpression])
    /// `ALL MBEANS`.
    case allMBeans
    /// `MBEAN 'name'`.
    case mbean(String)
    /// `MBEANS 'pattern'`.
    case mbeans(String)

    /// The permissions that the server knows on it.
    var applicable: [Permission] {
        switch self {
        case .allKeyspaces, .keyspace, .allTables:
            [.create, .alter, .drop, .select, .modify, .authorize, .unmask, .selectMasked]
        case .table: [.alter, .drop, .select, .modify, .authorize, .unmask, .selectMasked]
        case .allRoles: [.create, .alter, .drop, .authorize, .describe]
        case .role: [.alter, .drop, .authorize, .describe]
        case .allFunctions, .functions: [.create, .alter, .drop, .authorize, .execute]
        case .function: [.alter, .drop, .authorize, .execute]
        case .allMBeans, .mbean, .mbeans: [.authorize, .describe, .execute, .modify, .select]
        }
    }
}
