import CQLClient
import CQLWire
import MigrationLog
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

    /// The tables that DESCRIBE knows; nil before 6.0, where the rows of `system_schema` are the schema.
    private static func tables(of keyspace: String, _ cluster: Cluster) async throws -> Set<String>? {
        guard cluster.platform.hasTransactionalMetadata else { return nil }
        let rows = try await cluster.execute(Statement("DESCRIBE TABLES", consistency: .one)).rows
        return Set(try rows.filter { try $0.text("keyspace_name") == keyspace }.compactMap { try $0.text("name") })
    }

    private static func read(_ keyspace: String, _ cluster: Cluster) async throws -> TortureTruth {
        var truth = TortureTruth()
        let described = try await tables(of: keyspace, cluster)
        let columns = Statement(
            "SELECT table_name, column_name FROM system_schema.columns WHERE keyspace_name = '\(keyspace)'",
            consistency: .one)
        for row in try await cluster.execute(columns).rows {
            let table = try #require(try row.text("table_name"))
            guard !table.hasPrefix("cqlmig_"), described?.contains(table) != false else { continue }
            truth.columns[table, default: []].insert(try #require(try row.text("column_name")))
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
