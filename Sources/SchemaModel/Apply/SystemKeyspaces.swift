public import CQLSyntax

/// The keyspaces that are the server's own (`SchemaConstants`).
public enum SystemKeyspaces {
    /// Whether a keyspace is one that each node has for itself: its tables are files or views of inner state, and no
    /// statement changes them.
    public static func isLocal(_ keyspace: String, in release: CassandraRelease) -> Bool {
        switch keyspace.lowercased() {
        case "system", "system_schema": true
        case "system_accord": release >= .v60
        default: isVirtual(keyspace, in: release)
        }
    }

    /// Whether a keyspace is a view of a node's inner state.
    public static func isVirtual(_ keyspace: String, in release: CassandraRelease) -> Bool {
        switch keyspace.lowercased() {
        case "system_views", "system_virtual_schema": release >= .v40
        case "system_metrics", "system_accord_debug", "system_accord_debug_remote": release >= .v60
        default: false
        }
    }

    /// Whether a keyspace is of the server, and replicated like one of the users'.
    public static func isReplicated(_ keyspace: String, in release: CassandraRelease) -> Bool {
        switch keyspace.lowercased() {
        case "system_auth", "system_distributed", "system_traces": true
        case "system_cluster_metadata": release >= .v60
        default: false
        }
    }
}
