public import CQLClient

/// A keyspace as the cluster has it.
public struct LiveKeyspace: Equatable, Sendable {
    /// Its name.
    public let name: String
    /// Its replication, as `system_schema.keyspaces` has it: `class` with the full name of the strategy, and the factors.
    public let replication: [String: String]
    /// Whether its writes go through the commit log.
    public let durableWrites: Bool
    /// Whether it is one of Scylla's that keep their data in tablets.
    public let usesTablets: Bool

    /// Reads a keyspace from the coordinator's `system_schema`.
    ///
    /// - Returns: nil when there is no such keyspace.
    /// - Throws: `ClientError`.
    public static func read(_ name: String, from cluster: Cluster) async throws(ClientError) -> LiveKeyspace? {
        let result = try await cluster.execute(
            Statement(
                "SELECT durable_writes, replication FROM system_schema.keyspaces WHERE keyspace_name = ?",
                [.bytes(Array(name.utf8))], consistency: .one))
        guard let row = result.rows.first else { return nil }
        var usesTablets = false
        if case .scylla = cluster.platform { usesTablets = try await hasTablets(name, cluster) }
        do throws(WireError) {
            return LiveKeyspace(
                name: name, replication: try row.textMap("replication"),
                durableWrites: try row.boolean("durable_writes") ?? true, usesTablets: usesTablets)
        } catch {
            throw ClientError(.unreadable(error))
        }
    }

    /// Scylla keeps what a keyspace has beyond Cassandra in a table of its own; a keyspace without tablets has no row,
    /// or no number in it (scylla, `db/schema_tables.cc`).
    private static func hasTablets(_ name: String, _ cluster: Cluster) async throws(ClientError) -> Bool {
        let result = try await cluster.execute(
            Statement(
                "SELECT * FROM system_schema.scylla_keyspaces WHERE keyspace_name = ?", [.bytes(Array(name.utf8))],
                consistency: .one))
        guard let row = result.rows.first, row.hasColumn("initial_tablets") else { return false }
        do throws(WireError) { return try row.integer("initial_tablets") != nil } catch {
            throw ClientError(.unreadable(error))
        }
    }
}
