import CQLClient
import MigrationLog
import MigrationScripts

/// One call of `migrate`, from the first look at the log to the last row.
struct Migration {
    let session: Session
    let scripts: ScriptSet
    let options: MigrateOptions
    let stop: StopFlag
    var timings: Timings

    mutating func run() async throws(MigrationError) -> RunReport {
        let watch = Stopwatch(session.clock)
        let histories = try await session.presentHistories()
        timings.add(watch.elapsed, to: .log)
        try checkTarget(histories)
        var plans: [KeyspacePlan] = []
        for target in session.configuration.targets { plans.append(try plan(target, histories)) }
        let isQuiet = histories.values.allSatisfy { $0.openRun == nil && $0.openLock == nil }
        if options.isDryRun || (isQuiet && plans.allSatisfy(\.scripts.isEmpty)) { return told(plans) }
        // Whoever is refused now would be refused under the lock as well, unless somebody is at work.
        if isQuiet { try await refuseEarly(plans) }
        let gate = ClusterGate(session: session, allowed: options.allowed)
        let passed = try await pass(gate)
        let locked = LockedRun(session: session, gate: gate, skew: passed.skew, stop: stop)
        var runTimings = timings
        let migration = self
        var (keyspaces, closing) = try await locked.run(&runTimings) {
            timings, logs async throws(MigrationError) -> [KeyspaceReport] in
            try await migration.apply(logs, &timings)
        }
        if let closing, let last = keyspaces.indices.last, keyspaces.allSatisfy({ $0.failure == nil }) {
            keyspaces[last].failure = closing
        }
        timings = runTimings
        return report(keyspaces)
    }

    private mutating func pass(_ gate: ClusterGate) async throws(MigrationError) -> ClusterGate.Passed {
        let watch = Stopwatch(session.clock)
        defer { timings.add(watch.elapsed, to: .check) }
        return try await gate.pass()
    }

    /// A version that neither a script nor the log knows is a slip of the finger, and not a reason to apply everything.
    private func checkTarget(_ histories: [String: History]) throws(MigrationError) {
        guard let target = options.target, scripts[target] == nil else { return }
        let isKnown = session.configuration.targets.contains { keyspace in
            histories[session.configuration.history(of: keyspace)]?[keyspace.name].scripts[.version(target.text)] != nil
        }
        guard isKnown else {
            throw MigrationError(
                .unknownVersion, "there is no script of version \(target.text)",
                hint: "`cqlmig status` lists the versions")
        }
    }

    private func plan(
        _ target: TargetKeyspace, _ histories: [String: History]
    ) throws(MigrationError) -> KeyspacePlan {
        let name = session.configuration.history(of: target)
        let history = histories[name] ?? History()
        let plan = try MigrationPlanner(scripts: scripts, history: history[target.name], keyspace: target.name)
            .plan(target: options.target)
        try OwnTablesGate(historyKeyspace: name).check(plan)
        return plan
    }

    private func gate(passesUnknown: Bool = false) -> PlanGate {
        PlanGate(
            allowed: options.allowed, passesUnknown: passesUnknown, grammar: GrammarGate(session.cluster.platform))
    }

    private func refuseEarly(_ plans: [KeyspacePlan]) async throws(MigrationError) {
        // With --keep-going one keyspace's findings are its own affair.
        guard !options.keepsGoing else { return }
        // What became of open statements is found out under the lock.
        let gate = gate(passesUnknown: true)
        for plan in plans {
            do throws(MigrationError) { try gate.check(plan) } catch {
                throw await explaining(error, in: plan.keyspace)
            }
        }
    }

    /// The error with the texts of statements that were edited after they ran.
    private func explaining(_ error: MigrationError, in keyspace: String) async -> MigrationError {
        guard let target = session.configuration.targets.first(where: { $0.name == keyspace }) else { return error }
        return await EditedStatements(session: session, scripts: scripts).explaining(
            error, of: target, in: HistoryKeyspace(named: session.configuration.history(of: target)))
    }

    /// The report of a run that does nothing: a dry run, or there is nothing to do.
    private func told(_ plans: [KeyspacePlan]) -> RunReport {
        report(
            plans.map { plan in
                session.events(.planned(plan))
                var report = KeyspaceReport(
                    keyspace: plan.keyspace, scripts: plan.scripts.map { ScriptReport(notRun: $0) },
                    skipped: plan.skipped, failure: nil, findings: plan.findings)
                do throws(MigrationError) { try gate().check(plan) } catch {
                    report.failure = error
                }
                return report
            })
    }

    private func report(_ keyspaces: [KeyspaceReport]) -> RunReport {
        RunReport(
            runID: session.identity.run, isDryRun: options.isDryRun, tag: options.tag, keyspaces: keyspaces,
            timings: timings)
    }

    // MARK: Under the locks

    private func apply(
        _ logs: [String: LockedLog], _ timings: inout Timings
    ) async throws(MigrationError) -> [KeyspaceReport] {
        var reports: [KeyspaceReport] = []
        var began: Set<String> = []
        var failed: [String: MigrationError] = [:]
        for target in session.configuration.targets {
            let historyName = session.configuration.history(of: target)
            guard let log = logs[historyName] else { continue }
            let open = OpenStatements(session: session, scripts: scripts, stop: stop)
            let questions = try await open.settle(target, log)
            let plan = try plan(target, [historyName: log.history])
            session.events(.planned(plan))
            var report = KeyspaceReport(
                keyspace: target.name, scripts: plan.scripts.map { ScriptReport(notRun: $0) }, skipped: plan.skipped,
                failure: nil, findings: plan.findings)
            if options.keepsGoing || failed.isEmpty {
                do throws(MigrationError) {
                    try gate().check(plan)
                    if !plan.scripts.isEmpty && began.insert(historyName).inserted {
                        log.queue(runStarted(log))
                    }
                    report = await PlanExecutor(session: session, stop: stop).execute(plan, of: target, log, &timings)
                } catch {
                    report.failure = await explaining(questions.explaining(error), in: target.name)
                }
                if let failure = report.failure { failed[historyName] = failed[historyName] ?? failure }
            }
            reports.append(report)
        }
        for name in began.sorted() { logs[name]?.queueRunEnd(failed[name]) }
        return reports
    }

    private func runStarted(_ log: LockedLog) -> LogEntry {
        var entry = log.entry(.runStarted)
        entry.reason = options.target.map { "up to version \($0.text)" }
        return entry
    }
}
