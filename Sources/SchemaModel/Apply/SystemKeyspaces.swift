public import CQLSyntax

/// The keyspaces that are the server's own (`SchemaConstants`).
public enum SystemKeyspaces {
    /// Whether a keyspace is one that each node has for itself: its tables are files or views of inner state, and no
    /// statement changes them.
    public static func isLocal(_ keyspace: String, in release: CassandraRelease) -> Bool {
        switch keyspace.lowercased() {
        case "system", "system_schema": true
        default: isVirtual(keyspace, in: release)
        }
    }

    /// Whether a keyspace is a view of a node's inner state.
    public static func isVirtual(_ keyspace: String, in release: CassandraRelease) -> Bool {
        release >= .v40 && ["system_views", "system_virtual_schema"].contains(keyspace.lowercased())
    }

    /// Whether a keyspace is of the server, and replicated like one of the users'.
    public static func isReplicated(_ keyspace: String) -> Bool {
        ["system_auth", "system_distributed", "system_traces"].contains(keyspace.lowercased())
    }

    /// Tables of earlier releases that may be dropped from `system_auth`.
    static let legacyAuthTables: Set<String> = ["credentials", "users", "permissions"]
}
