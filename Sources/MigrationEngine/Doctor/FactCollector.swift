import CQLClient
import FoundationEssentials
import LiveSchema
import MigrationLog

/// Asks a cluster for everything that the checks judge. Changes nothing, and goes on where an answer is missing.
struct FactCollector {
    let session: Session

    func collect() async -> ClusterFacts {
        session.events(.checkingCluster)
        let statuses = await fact { () async throws(ClientError) in try await session.cluster.survey() }
        let nodes = statuses.map { $0.map { NodeFacts($0) } }
        let versions = await self.versions(statuses)
        var keyspaces: [String: Fact<LiveKeyspace?>] = [:]
        let targets = session.configuration.targets.map(\.name)
        for name in targets + session.historyKeyspaces.map(\.name) where keyspaces[name] == nil {
            keyspaces[name] = await fact { () async throws(ClientError) in
                try await LiveKeyspace.read(name, from: session.cluster)
            }
        }
        var histories: [HistoryFacts] = []
        for keyspace in session.historyKeyspaces { histories.append(await history(in: keyspace)) }
        var sizes: [String: Fact<SchemaSize>] = [:]
        for name in targets {
            if case .known(.some) = keyspaces[name] { sizes[name] = await size(of: name) }
        }
        let coordinator = await session.cluster.coordinator.node
        var dataCenters: [String: Int] = [:]
        for node in await session.cluster.nodes { dataCenters[node.dataCenter, default: 0] += 1 }
        return ClusterFacts(
            platform: session.cluster.platform, coordinator: coordinator.place, dataCenter: coordinator.dataCenter,
            dataCenters: dataCenters, nodes: nodes, versions: versions, keyspaces: keyspaces,
            histories: histories, access: await access(), settings: await settings(),
            tables: await tables(), sizes: sizes)
    }

    /// The answer to a question, or the error as the reason why there is none.
    func fact<Value: Sendable>(_ ask: () async throws(ClientError) -> Value) async -> Fact<Value> {
        do throws(ClientError) { return .known(try await ask()) } catch { return .unknown("\(error)") }
    }

    // MARK: Schema

    private func versions(_ statuses: Fact<[NodeStatus]>) async -> Fact<SchemaVersions> {
        guard case .known(let statuses) = statuses else { return .unknown(statuses.reason ?? "") }
        return await fact { () async throws(ClientError) in try await session.schemaVersions(of: statuses) }
    }

    private func size(of keyspace: String) async -> Fact<SchemaSize> {
        do throws(MigrationError) { return .known(SchemaSize(try await session.schema(of: keyspace).keyspace)) } catch {
            return .unknown(error.message)
        }
    }

    /// The tables that count for `tables_fail_threshold`: those outside of the system's keyspaces.
    private func tables() async -> Fact<Int> {
        await fact { () async throws(ClientError) in
            var count = 0
            let query = Statement("SELECT keyspace_name FROM system_schema.tables", consistency: .one)
            try await session.cluster.forEachRow(of: query) { row throws(WireError) in
                let keyspace = try row.text("keyspace_name") ?? ""
                if keyspace != "system", !keyspace.hasPrefix("system_") { count += 1 }
            }
            return count
        }
    }
}

/// Log and lock.
extension FactCollector {
    private func history(in keyspace: HistoryKeyspace) async -> HistoryFacts {
        let tables = await self.tables(in: keyspace)
        var missing = tables.reason
        if case .known(.missing) = tables { missing = "the tables are missing" }
        if let missing {
            return HistoryFacts(keyspace: keyspace, tables: tables, lock: .unknown(missing), log: .unknown(missing))
        }
        let clock = session.cluster.clock
        let begun = clock.now()
        let lock: Fact<HistoryFacts.Lock>
        do throws(LogError) {
            let holder = try await LockHolder.read(
                in: keyspace, of: session.cluster,
                consistency: session.configuration.cluster.serialConsistency)
            lock = .known(HistoryFacts.Lock(holder: holder, elapsed: begun.duration(to: clock.now())))
        } catch {
            lock = .unknown(reason(error, keyspace))
        }
        // Not as a run reads it: after a change of the replication that would be at ALL, and repair what it reads.
        var history = History()
        let log: Fact<History>
        do throws(LogError) {
            try await session.log(in: keyspace).update(&history)
            log = .known(history)
        } catch {
            log = .unknown(reason(error, keyspace))
        }
        return HistoryFacts(keyspace: keyspace, tables: tables, lock: lock, log: log)
    }

    private func tables(in keyspace: HistoryKeyspace) async -> Fact<HistoryFacts.Tables> {
        do throws(LogError) {
            try await HistoryTables(in: keyspace, of: session.cluster).requireAgreed()
            return .known(.present)
        } catch {
            switch error {
            case .notInitialised(_, let missing): return .known(.missing(missing))
            case .tablesDiffer(let table, _, let nodes): return .known(.differing(table: table, nodes: nodes))
            default: return .unknown(reason(error, keyspace))
            }
        }
    }

    private func reason(_ error: LogError, _ keyspace: HistoryKeyspace) -> String {
        if case .client(let error) = error { return "\(error)" }
        return MigrationError(error, in: keyspace).message
    }
}

extension UUID {
    /// As Cassandra writes it.
    var text: String { uuidString.lowercased() }
}
