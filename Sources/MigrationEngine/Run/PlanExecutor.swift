import CQLClient
import MigrationLog

/// Runs the scripts of a plan one after the other under the lock, and writes how the run ended.
struct PlanExecutor {
    let session: Session
    let stop: StopFlag

    /// Runs the plan of one keyspace; what is not come to is reported as not run.
    func execute(
        _ plan: KeyspacePlan, of target: TargetKeyspace, _ log: LockedLog, _ timings: inout Timings
    ) async -> KeyspaceReport {
        var report = KeyspaceReport(
            keyspace: target.name, scripts: [], skipped: plan.skipped, failure: nil, findings: plan.findings)
        for planned in plan.scripts {
            if report.failure == nil, stop.isSet {
                report.failure = MigrationError(
                    .interrupted, "interrupted before \(planned.path)",
                    hint: "run the same command again: it goes on there")
            }
            guard report.failure == nil else {
                report.scripts.append(ScriptReport(notRun: planned))
                continue
            }
            let runner = ScriptRunner(session: session, target: target, log: log, planned: planned, stop: stop)
            let ending = await runner.run()
            report.scripts.append(ending.report)
            report.failure = ending.failure
            timings.add(ending.timings)
        }
        return report
    }
}
