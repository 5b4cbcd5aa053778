import Faults
import MigrationLog

@testable import MigrationEngine

/// A tool that plans before it takes the lock, and not again under it.
struct ForgetfulRunner {
    let runner: Runner

    func run() async -> RunEnd {
        do throws(MigrationError) {
            return .report(try await work())
        } catch {
            return .refused(error)
        }
    }

    private func work() async throws(MigrationError) -> RunReport {
        let engine = runner.engine
        let scripts = try await engine.loadScripts()
        let session = try await Session.open(engine.configuration, engine.environment, tag: nil, { _ in })
        let histories = try await session.histories()
        let target = engine.configuration.targets[0]
        let plan = try MigrationPlanner(
            scripts: scripts, history: (histories[target.name] ?? History())[target.name], keyspace: target.name
        ).plan()
        let stop = StopFlag()
        var timings = Timings()
        let locked = LockedRun(
            session: session, gate: ClusterGate(session: session, allowed: []), skew: .zero, stop: stop)
        let done = try await locked.run(&timings) { timings, logs async throws(MigrationError) -> [KeyspaceReport] in
            guard let log = logs[target.name] else { return [] }
            log.queue(log.entry(.runStarted))
            let report = await PlanExecutor(session: session, stop: stop).execute(plan, of: target, log, &timings)
            log.queueRunEnd(report.failure)
            return [report]
        }
        await session.close()
        return RunReport(
            runID: session.identity.run, isDryRun: false, tag: nil, keyspaces: done.value, timings: timings)
    }
}
