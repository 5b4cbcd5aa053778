public import CQLClient
public import CQLSyntax
public import SchemaModel

/// The schema of one keyspace as the coordinator has it.
public struct LiveSchema: Equatable, Sendable {
    /// The keyspace and what is in it, as far as a catalogue has a place for it.
    public let keyspace: Keyspace
    /// The release whose rules hold.
    public let release: CassandraRelease
    /// What is in the catalogue and can be made by no statement: who promises statements must name it and refuse.
    public let inexpressible: [InexpressibleObject]

    /// The keyspace alone in a catalogue.
    public var catalogue: Catalogue { Catalogue(keyspaces: [keyspace.name: keyspace]) }

    /// Reads a keyspace from the coordinator's `system_schema`, and from its DESCRIBE what stands only there (checks,
    /// comments, security labels and transactional modes from 6.0 on).
    ///
    /// The tables of `system_schema` are read one after the other; where the coordinator's `schema_version` is another one
    /// afterwards, they are read again.
    ///
    /// - Parameter tables: Tables that are left out as if they were not there.
    /// - Returns: nil when there is no such keyspace.
    /// - Throws: `LiveSchemaError`.
    public static func read(
        _ keyspace: String, leavingOut tables: Set<String> = [], from cluster: Cluster
    ) async throws(LiveSchemaError) -> LiveSchema? {
        let reader = LiveSchemaReader(
            keyspace: keyspace, hidden: tables, cluster: cluster,
            release: CassandraRelease(cluster.platform.release))
        return try await reader.read()
    }
}
