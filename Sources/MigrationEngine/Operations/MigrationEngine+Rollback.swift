import CQLClient
import MigrationLog
import MigrationScripts

extension MigrationEngine {
    /// Undoes the versions that were applied last, in every target keyspace in turn.
    ///
    /// - Parameters:
    ///   - options: What to undo.
    ///   - confirm: Gets the plans before anything is changed; false ends it. What is undone afterwards is exactly that,
    ///     or nothing.
    ///   - events: Gets everything that happens, as it happens.
    /// - Returns: What was done; a failure of a keyspace is in its report.
    /// - Throws: `MigrationError` when it did not come to the undos.
    public func rollback(
        _ options: RollbackOptions = RollbackOptions(), events: @escaping MigrationEventHandler = { _ in },
        confirm: @escaping @Sendable ([KeyspacePlan]) async -> Bool = { _ in true }
    ) async throws(MigrationError) -> RunReport {
        let scripts = try await loadScripts()
        return try await withSession(tag: options.tag, events) { session, stop async throws(MigrationError) in
            try await Rollback(session: session, scripts: scripts, options: options, stop: stop).run(confirm)
        }
    }
}

/// One call of `rollback`.
struct Rollback {
    let session: Session
    let scripts: ScriptSet
    let options: RollbackOptions
    let stop: StopFlag

    func run(_ confirm: @Sendable ([KeyspacePlan]) async -> Bool) async throws(MigrationError) -> RunReport {
        let histories = try await settledHistories()
        var plans: [KeyspacePlan] = []
        for target in session.configuration.targets { plans.append(try plan(target, histories)) }
        for plan in plans { session.events(.planned(plan)) }
        guard !options.isDryRun, plans.contains(where: { !$0.scripts.isEmpty }) else { return report(plans) }
        guard await confirm(plans) else {
            throw MigrationError(.declined, "nothing was undone", hint: "--yes answers the question")
        }
        let gate = ClusterGate(session: session, allowed: options.allowed)
        let passed = try await gate.pass()
        var timings = Timings()
        let locked = LockedRun(session: session, gate: gate, skew: passed.skew, stop: stop)
        var (keyspaces, closing) = try await locked.run(&timings) {
            timings, logs async throws(MigrationError) -> [KeyspaceReport] in
            try refuseOtherPlans(plans, logs)
            return await undo(plans, logs, &timings)
        }
        if let closing, let last = keyspaces.indices.last, keyspaces.allSatisfy({ $0.failure == nil }) {
            keyspaces[last].failure = closing
        }
        return RunReport(
            runID: session.identity.run, isDryRun: false, tag: options.tag, keyspaces: keyspaces, timings: timings)
    }

    /// The log, after a look at what earlier runs left open: a plan cannot be made on statements that nobody knows of.
    private func settledHistories() async throws(MigrationError) -> [String: History] {
        let histories = try await session.presentHistories()
        let needed = session.configuration.targets.contains { target in
            OpenStatements.isNeeded((histories[session.configuration.history(of: target)] ?? History())[target.name])
        }
        guard needed, !options.isDryRun else { return histories }
        let gate = ClusterGate(session: session, allowed: options.allowed)
        let passed = try await gate.pass()
        var timings = Timings()
        let locked = LockedRun(session: session, gate: gate, skew: passed.skew, stop: stop)
        let open = OpenStatements(session: session, scripts: scripts, stop: stop)
        let (questions, closing) = try await locked.run(&timings) {
            _, logs async throws(MigrationError) -> [OpenStatements.Questions] in
            var questions: [OpenStatements.Questions] = []
            for target in session.configuration.targets {
                guard let log = logs[session.configuration.history(of: target)] else { continue }
                questions.append(try await open.settle(target, log))
            }
            return questions
        }
        if let closing { throw closing }
        for reason in questions.flatMap(\.reasons.values).sorted() { session.events(.warning(reason)) }
        return try await session.presentHistories()
    }

    private func plan(
        _ target: TargetKeyspace, _ histories: [String: History]
    ) throws(MigrationError) -> KeyspacePlan {
        let history = histories[session.configuration.history(of: target)] ?? History()
        let plan = try RollbackPlanner(
            scripts: scripts, history: history[target.name], keyspace: target.name, allowed: options.allowed
        ).plan(options.selection)
        try OwnTablesGate(historyKeyspace: session.configuration.history(of: target)).check(plan)
        try GrammarGate(session.cluster.platform).check(plan)
        return plan
    }

    /// Between the question and the lock somebody else may have migrated.
    private func refuseOtherPlans(_ plans: [KeyspacePlan], _ logs: [String: LockedLog]) throws(MigrationError) {
        for (target, confirmed) in zip(session.configuration.targets, plans) {
            let name = session.configuration.history(of: target)
            guard let log = logs[name] else { continue }
            let now = try plan(target, [name: log.history])
            guard now == confirmed else {
                throw MigrationError(
                    .planChanged, "keyspace \(target.name) was changed since the plan was made",
                    hint: "run the same command again")
            }
        }
    }

    private func undo(
        _ plans: [KeyspacePlan], _ logs: [String: LockedLog], _ timings: inout Timings
    ) async -> [KeyspaceReport] {
        var reports: [KeyspaceReport] = []
        var began: Set<String> = []
        var failed: [String: MigrationError] = [:]
        for (target, plan) in zip(session.configuration.targets, plans) {
            let name = session.configuration.history(of: target)
            guard let log = logs[name] else { continue }
            guard failed.isEmpty, !plan.scripts.isEmpty else {
                reports.append(Self.report(plan))
                continue
            }
            if began.insert(name).inserted { log.queue(log.entry(.runStarted)) }
            let report = await PlanExecutor(session: session, stop: stop).execute(plan, of: target, log, &timings)
            reports.append(report)
            if let failure = report.failure { failed[name] = failure }
        }
        for name in began.sorted() { logs[name]?.queueRunEnd(failed[name]) }
        return reports
    }

    private func report(_ plans: [KeyspacePlan]) -> RunReport {
        RunReport(
            runID: session.identity.run, isDryRun: options.isDryRun, tag: options.tag,
            keyspaces: plans.map { Self.report($0) }, timings: Timings())
    }

    private static func report(_ plan: KeyspacePlan) -> KeyspaceReport {
        KeyspaceReport(
            keyspace: plan.keyspace, scripts: plan.scripts.map { ScriptReport(notRun: $0) }, skipped: plan.skipped,
            failure: nil, findings: plan.findings)
    }
}
