import CQLClient
public import MigrationLog
import MigrationScripts

extension MigrationEngine {
    /// What there is to repair: who holds the lock, and which scripts stopped where.
    ///
    /// - Throws: `MigrationError`.
    public func repairList(
        events: @escaping MigrationEventHandler = { _ in }
    ) async throws(MigrationError) -> [RepairList] {
        try await withSession(events) { session, _ async throws(MigrationError) in
            try await session.requireKeyspaces()
            let histories = try await session.histories()
            var lists: [RepairList] = []
            for target in session.configuration.targets {
                let name = session.configuration.history(of: target)
                let history = histories[name] ?? History()
                let lock = try await session.lockHolder(in: HistoryKeyspace(named: name))
                // What the holder of the lock is at now has not stopped.
                let isRunning = lock != nil && lock?.owner == history.openLock?.lockOwner
                let stopped = history[target.name].halfDone.filter { !isRunning || $0.state != .running }
                let items = stopped.sorted { $0.script < $1.script }.flatMap { RepairList.items(of: $0) }
                lists.append(RepairList(keyspace: target.name, lock: lock, items: items))
            }
            return lists
        }
    }

    /// Writes down what became of a statement, on the word of an operator.
    ///
    /// - Parameters:
    ///   - script: The path of the script, or its version.
    ///   - statement: The number of the statement; nil: the one that is open.
    ///   - answer: What holds.
    ///   - reason: Why the operator says so.
    ///   - events: Gets everything that happens, as it happens.
    /// - Returns: The number of the statement, by target keyspace.
    /// - Throws: `MigrationError`; `unknownScript` or `unknownStatement` when there is nothing to answer.
    public func repair(
        script: String, statement: Int?, answer: RepairAnswer, reason: String?,
        events: @escaping MigrationEventHandler = { _ in }
    ) async throws(MigrationError) -> [String: Int] {
        let scripts = try await loadScripts()
        return try await withSession(events) { session, stop async throws(MigrationError) in
            try await session.repeating { () async throws(MigrationError) in try await session.requireKeyspaces() }
            let gate = ClusterGate(session: session, allowed: [.nodeDown, .mixedRelease])
            let passed = try await gate.pass()
            var timings = Timings()
            let locked = LockedRun(session: session, gate: gate, skew: passed.skew, stop: stop)
            let done = try await locked.run(&timings) { _, logs async throws(MigrationError) -> [String: Int] in
                var answered: [String: Int] = [:]
                var refusals: [MigrationError] = []
                for target in session.configuration.targets {
                    guard let log = logs[session.configuration.history(of: target)] else { continue }
                    let repair = StatementRepair(
                        scripts: scripts, history: log.history[target.name], keyspace: target.name)
                    do throws(MigrationError) {
                        let question = try repair.question(script: script, statement: statement)
                        log.queue(question.answered(answer, reason: reason, log.entry(.repaired), target.name))
                        answered[target.name] = question.number
                    } catch {
                        refusals.append(error)
                    }
                }
                // With several keyspaces the script may have stopped in one of them only.
                if answered.isEmpty, let refusal = refusals.first { throw refusal }
                for log in logs.values.sorted(by: { $0.keyspace < $1.keyspace }) { try await log.flush() }
                return answered
            }
            if let closing = done.closing { throw closing }
            return done.value
        }
    }

    /// Takes the lock away from whoever holds it, and fences the holder by a row in the log.
    ///
    /// - Parameters:
    ///   - isForced: Also from a holder that renews it. The holder stops before its next statement; the one that it has
    ///     begun may still run.
    ///   - reason: Why the operator does it.
    ///   - events: Gets everything that happens, as it happens.
    ///   - confirm: Gets the keyspace and the holder; false leaves the lock alone.
    /// - Returns: The holders whose locks were taken away, by history keyspace.
    /// - Throws: `MigrationError`; `lockHeld` when the holder is alive and force was not asked for.
    public func releaseLock(
        isForced: Bool, reason: String?, events: @escaping MigrationEventHandler = { _ in },
        confirm: @escaping @Sendable (String, LockHolder) async -> Bool = { _, _ in true }
    ) async throws(MigrationError) -> [String: LockHolder] {
        try await withSession(events) { session, stop async throws(MigrationError) in
            try await session.requireKeyspaces()
            var released: [String: LockHolder] = [:]
            for keyspace in session.historyKeyspaces {
                let release = LockRelease(session: session, keyspace: keyspace, isForced: isForced, stop: stop)
                if let holder = try await release.run(reason: reason, confirm) { released[keyspace.name] = holder }
            }
            return released
        }
    }
}
