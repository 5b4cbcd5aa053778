public import CQLClient
import FoundationEssentials

/// The two tables of a history keyspace: whether they are there, the same on every node, and the making of them.
public struct HistoryTables: Sendable {
    private let cluster: Cluster
    private let keyspace: HistoryKeyspace

    /// The tool's own tables, which no report on a schema shows.
    public static let names = [LogTable.name, LockTable.name]

    /// The tables of a keyspace.
    public init(in keyspace: HistoryKeyspace, of cluster: Cluster) {
        self.cluster = cluster
        self.keyspace = keyspace
    }

    /// Throws unless both tables are there, as the coordinator sees it.
    ///
    /// - Throws: `LogError.notInitialised` or `client`.
    public func requirePresent() async throws(LogError) {
        let missing = try await missing()
        guard missing.isEmpty else { throw .notInitialised(keyspace: keyspace.name, missing: missing) }
    }

    /// Which of the two are missing, as the coordinator sees it.
    ///
    /// - Throws: `LogError.client`.
    public func missing() async throws(LogError) -> [String] {
        var missing: [String] = []
        for name in Self.names {
            do throws(ClientError) {
                if try await cluster.execute(idQuery(name)).rows.isEmpty { missing.append(name) }
            } catch {
                throw .client(error)
            }
        }
        return missing
    }

    /// Throws unless every node that can be asked has both tables with one id each.
    ///
    /// Two runners that make a table at once through two nodes of 3.11 leave it with two ids, and what is written through
    /// one node does not exist on the other.
    ///
    /// - Parameter patience: how long a node may take to show a table that it has: `system_schema` is written after the
    ///   version of the schema by which nodes are seen to agree (seen on 6.0, with twenty runs of `init` at once).
    /// - Throws: `LogError.tablesDiffer`, `notInitialised` or `client`.
    public func requireAgreed(patience: Duration = .zero) async throws(LogError) {
        let deadline = cluster.clock.now() + patience
        while true {
            do throws(LogError) { return try await requireAgreedNow() } catch {
                guard case .tablesDiffer = error, cluster.clock.now() < deadline else { throw error }
            }
            await cluster.clock.pause(for: .milliseconds(100))
        }
    }

    private func requireAgreedNow() async throws(LogError) {
        try await requirePresent()
        for name in Self.names {
            var ids: [NodeID: UUID?] = [:]
            for (node, answer) in await cluster.askEveryNode(idQuery(name)) {
                let rows: [Row]
                do throws(ClientError) { rows = try answer.get().rows } catch { throw .client(error) }
                let id: UUID?
                do throws(WireError) { id = try rows.first?.uuid("id") } catch {
                    throw .client(ClientError(.unreadable(error)))
                }
                // A node without the table differs as well: it must not drop out by way of a nil.
                ids.updateValue(id, forKey: node)
            }
            let reference = ids[await cluster.coordinator.node.id] ?? nil
            let others = ids.filter { $0.value != reference }.keys.sorted()
            guard others.isEmpty else {
                throw .tablesDiffer(
                    table: name, keyspace: keyspace.name, nodes: await cluster.addresses(of: others))
            }
        }
    }

    /// Makes what is missing of the two tables, and waits until every node has them with one id.
    ///
    /// Safe to run from many places at once: the ids are the same everywhere, and who comes late finds the tables there.
    ///
    /// - Returns: The names of the tables that this call asked for.
    /// - Throws: `LogError`.
    public func create(ddlTimeout: Duration, agreementTimeout: Duration) async throws(LogError) -> [String] {
        let missing = try await missing()
        for name in missing {
            // Up to 5.0 each node that is asked at once invents an id. 3.11 never gets over it; 4.1 and 5.0 settle on one
            // of them after a moment, but what was written under another one by then is lost. 6.0 asks the cluster.
            let id =
                cluster.platform.hasTransactionalMetadata
                ? nil : TableID.derived(keyspace: keyspace.name, table: name)
            let cql =
                name == LogTable.name
                ? LogTable(quotedKeyspace: keyspace.quotedName).create(id: id)
                : LockTable(quotedKeyspace: keyspace.quotedName).create(id: id)
            try await create(name, cql, ddlTimeout)
            try await agree(agreementTimeout)
        }
        if missing.isEmpty { try await agree(agreementTimeout) }
        try await requireAgreed(patience: .seconds(10))
        return missing
    }

    /// Creates a table, also in a keyspace that is only just being made.
    ///
    /// `system_schema` shows a keyspace before its node has applied it (by up to 150 ms when idle), and until then the
    /// node says that there is no such keyspace.
    private func create(_ name: String, _ cql: String, _ timeout: Duration) async throws(LogError) {
        let deadline = cluster.clock.now() + .seconds(10)
        while true {
            do throws(ClientError) {
                try await cluster.executeGuarded(Statement(cql, timeout: timeout))
                return
            } catch {
                guard error.outcome == .rejected, cluster.clock.now() < deadline else { throw .client(error) }
                // Somebody else may have made it between the look and the statement.
                if try await !missing().contains(name) { return }
                switch error.serverError?.code {
                case .configError, .invalid: break
                default: throw .client(error)
                }
            }
            await cluster.clock.pause(for: .milliseconds(100))
        }
    }

    private func agree(_ timeout: Duration) async throws(LogError) {
        let result: SchemaAgreementResult
        do throws(ClientError) { result = try await cluster.awaitSchemaAgreement(timeout: timeout) } catch {
            throw .client(error)
        }
        if case .disagreed(let disagreement) = result { throw .disagreement(disagreement) }
    }

    private func idQuery(_ table: String) -> Statement {
        // The names are the tool's own or quoted as a string: a keyspace's name may hold an apostrophe only in theory.
        Statement(
            "SELECT id FROM system_schema.tables WHERE keyspace_name = ? AND table_name = ?",
            [.bytes(Array(keyspace.name.utf8)), .bytes(Array(table.utf8))], consistency: .one)
    }
}
