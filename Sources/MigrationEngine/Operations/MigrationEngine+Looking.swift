import CQLClient
import FoundationEssentials
public import MigrationLog
import MigrationScripts

/// Operations that read and write nothing.
extension MigrationEngine {
    /// Connects to the cluster and disconnects again.
    ///
    /// - Throws: `MigrationError` that says what stands against it.
    public func checkConnection(
        events: @escaping MigrationEventHandler = { _ in }
    ) async throws(MigrationError) {
        try await withSession(events) { _, _ async throws(MigrationError) in }
    }

    /// What `migrate` would run, by keyspace; with everything that stands against it.
    ///
    /// - Throws: `MigrationError`.
    public func pending(
        events: @escaping MigrationEventHandler = { _ in }
    ) async throws(MigrationError) -> [KeyspacePlan] {
        let scripts = try await loadScripts()
        return try await withSession(events) { session, _ async throws(MigrationError) in
            var plans: [KeyspacePlan] = []
            for (target, history) in try await session.targetsWithHistories() {
                let planner = MigrationPlanner(
                    scripts: scripts, history: history[target.name], keyspace: target.name)
                plans.append(try planner.plan())
            }
            return plans
        }
    }

    /// Where every script stands, by keyspace.
    ///
    /// - Throws: `MigrationError`.
    public func status(
        events: @escaping MigrationEventHandler = { _ in }
    ) async throws(MigrationError) -> [KeyspaceStatus] {
        let scripts = try await loadScripts()
        return try await withSession(events) { session, _ async throws(MigrationError) in
            let targets = try await session.targetsWithHistories()
            let versions: SchemaVersions
            do throws(ClientError) { versions = try await session.schemaVersions() } catch {
                throw MigrationError(error, during: "asking the nodes for their schema")
            }
            var found: [KeyspaceStatus] = []
            for (target, history) in targets {
                let holder = try await session.lockHolder(in: HistoryKeyspace(named: configuration.history(of: target)))
                let isRunning = holder != nil && holder?.owner == history.openLock?.lockOwner
                let planner = StatusPlanner(
                    scripts: scripts, history: history[target.name], keyspace: target.name, isRunning: isRunning)
                found.append(
                    KeyspaceStatus(
                        keyspace: target.name, lock: holder, isAgreed: versions.isAgreed,
                        schemaVersions: versions.versions.mapValues { $0 ?? "unknown" },
                        scripts: try planner.statuses()))
            }
            return found
        }
    }

    /// Everything about the scripts that does not fit the log, by keyspace.
    ///
    /// - Throws: `MigrationError`.
    public func validate(
        events: @escaping MigrationEventHandler = { _ in }
    ) async throws(MigrationError) -> [KeyspacePlan] {
        try await pending(events: events)
    }

    /// Hands over every row of the log of every history keyspace, in order.
    ///
    /// - Parameters:
    ///   - withTexts: Whether the entries carry the texts of the scripts.
    ///   - events: Gets everything that happens, as it happens.
    ///   - body: Gets the history keyspace and the row.
    /// - Throws: `MigrationError`.
    public func history(
        withTexts: Bool = false, events: @escaping MigrationEventHandler = { _ in },
        _ body: @escaping @Sendable (String, LogEntry) -> Void
    ) async throws(MigrationError) {
        try await withSession(events) { session, _ async throws(MigrationError) in
            try await session.requireKeyspaces()
            for keyspace in session.historyKeyspaces {
                do throws(LogError) {
                    try await HistoryTables(in: keyspace, of: session.cluster).requirePresent()
                    try await session.log(in: keyspace).forEachEntry(withTexts: withTexts) { body(keyspace.name, $0) }
                } catch {
                    throw MigrationError(error, in: keyspace)
                }
            }
        }
    }
}

extension Session {
    /// The target keyspaces, each with the log that it is in.
    func targetsWithHistories() async throws(MigrationError) -> [(target: TargetKeyspace, history: History)] {
        try await requireKeyspaces()
        let histories = try await histories()
        return configuration.targets.map { ($0, histories[configuration.history(of: $0)] ?? History()) }
    }

    /// Who holds the lock of a history keyspace.
    func lockHolder(in keyspace: HistoryKeyspace) async throws(MigrationError) -> LockHolder? {
        do throws(LogError) {
            return try await LockHolder.read(
                in: keyspace, of: cluster, consistency: configuration.cluster.serialConsistency)
        } catch {
            throw MigrationError(error, in: keyspace)
        }
    }
}
