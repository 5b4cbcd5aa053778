import CQLClient
import LiveSchema
import MigrationLog

/// Reading the log.
extension Session {
    /// The sum of the log of every history keyspace, once it is known that all keyspaces are there.
    func presentHistories() async throws(MigrationError) -> [String: History] {
        try await repeating { () async throws(MigrationError) -> [String: History] in
            try await requireKeyspaces()
            return try await histories()
        }
    }

    /// The sum of the log of every history keyspace, by its name.
    func histories() async throws(MigrationError) -> [String: History] {
        var histories: [String: History] = [:]
        for keyspace in historyKeyspaces { histories[keyspace.name] = try await history(in: keyspace) }
        return histories
    }

    /// The sum of the log in a keyspace whose tables are there.
    ///
    /// When the keyspace's replication was raised and nobody repaired it, the new replicas are empty, and a SERIAL read
    /// may see nothing of what was written (measured: 6 of 15 partitions). Reading at ALL once sees everything and
    /// repairs what it reads. So it is done whenever the log does not show the replication that holds.
    func history(in keyspace: HistoryKeyspace) async throws(MigrationError) -> History {
        do throws(LogError) { try await HistoryTables(in: keyspace, of: cluster).requirePresent() } catch {
            throw MigrationError(error, in: keyspace)
        }
        var history = History()
        do throws(LogError) { try await log(in: keyspace).update(&history) } catch {
            throw MigrationError(error, in: keyspace)
        }
        guard history.replication != (try await replication(of: keyspace)) else { return history }
        history = History()
        do throws(LogError) {
            _ = try await LockHolder.read(in: keyspace, of: cluster, consistency: .all)
            try await log(in: keyspace).update(&history, consistency: .all)
        } catch {
            throw MigrationError(
                .replicationChanged,
                "the replication of \(keyspace) is another than when its log was written, and not every replica can be "
                    + "asked: \(MigrationError(error, in: keyspace).message)",
                hint: "run `nodetool repair -full \(keyspace)` with all nodes up, then this again")
        }
        guard !history.isEmpty else {
            throw MigrationError(
                .notInitialised, "the log of \(keyspace) has no row", hint: "run `cqlmig init` once for this keyspace")
        }
        return history
    }

    /// The replication of a keyspace as the log writes it down; empty when there is no such keyspace.
    func replication(of keyspace: HistoryKeyspace) async throws(MigrationError) -> [String: String] {
        try await self.keyspace(keyspace.name)?.replication ?? [:]
    }
}
