import CQLClient
import CQLWire
import LiveSchema
import MigrationLog
import SchemaModel
import Testing

/// What stands in the cluster, read past the tool from every replica.
struct TortureTruth: Sendable {
    /// The columns of each table that is not the tool's own.
    var columns: [String: Set<String>] = [:]
    var counters: [Int: Int64] = [:]
    var lists: [Int: [Int64]] = [:]
    /// The rows of the tables that each script makes: the number that its only row holds.
    var rows: [String: [Int64]] = [:]
    var log: [LogEntry] = []

    /// How long a node that was down may take to fetch the schema: until it has, it refuses to read for the others.
    private static let patience = Duration.seconds(120)

    /// Reads everything; all nodes have to be up.
    static func read(_ project: Project) async throws -> TortureTruth {
        let points = project.contactPoints.compactMap { ContactPoint($0, defaultPort: 9042) }
        let cluster = try await Cluster.connect(ClusterSettings(contactPoints: points))
        do {
            _ = try await cluster.survey()
            let agreement = try await cluster.awaitSchemaAgreement(timeout: patience)
            guard case .agreed = agreement else { throw Disagreed(agreement: agreement) }
            let truth = try await read(project.keyspace, cluster)
            await cluster.close()
            return truth
        } catch {
            await cluster.close()
            throw error
        }
    }

    /// Why nothing could be read.
    private struct Disagreed: Error {
        let agreement: SchemaAgreementResult
    }

    private static func read(_ keyspace: String, _ cluster: Cluster) async throws -> TortureTruth {
        var truth = TortureTruth()
        let schema = try #require(try await LiveSchema.read(keyspace, from: cluster))
        for table in schema.keyspace.tables.values where !table.name.hasPrefix("cqlmig_") {
            truth.columns[table.name] = Set(table.columns.map(\.name))
        }
        func rows(_ cql: String) async throws -> [Row] {
            var rows: [Row] = []
            try await cluster.forEachRow(of: Statement(cql, consistency: .all)) { rows.append($0) }
            return rows
        }
        if truth.columns["counted"] != nil {
            for row in try await rows("SELECT id, n FROM \(keyspace).counted") {
                truth.counters[Int(try #require(try row.integer("id")))] = try row.integer("n")
            }
        }
        if truth.columns["listed"] != nil {
            for row in try await rows("SELECT id, l FROM \(keyspace).listed") {
                guard case .list(let list)? = try row.value("l") else { continue }
                truth.lists[Int(try #require(try row.integer("id")))] = list.compactMap { element in
                    if case .int(let number) = element { Int64(number) } else { nil }
                }
            }
        }
        for (table, columns) in truth.columns where table.contains("made") && columns.contains("w") {
            truth.rows[table] = try await rows("SELECT w FROM \(keyspace).\(table)").compactMap { try $0.integer("w") }
        }
        let log = MigrationLog(
            in: HistoryKeyspace(name: keyspace, quotedName: keyspace), of: cluster, serialConsistency: .serial)
        try await log.forEachEntry { truth.log.append($0) }
        return truth
    }
}
