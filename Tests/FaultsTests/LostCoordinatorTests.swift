import CQLClient
import CQLNode
import Faults
import MigrationLog
import MigrationScripts
import Simulation
import Testing

@testable import MigrationEngine

/// A coordinator that is lost in the moment between the last look at it and the statement.
@Suite struct LostCoordinatorTests {
    /// What became of a statement that was handed to a coordinator which was gone.
    private struct Ending: Sendable {
        /// Whether it is seen through; false where it may be sent again.
        var isSeenThrough = true
        var first: Outcome?
        var last: Outcome?
        var failure: MigrationError?
    }

    /// Ends the connection to the coordinator, hands it the first statement all the same, and goes on if that may be.
    private func end(isLast: Bool) throws -> (ending: Ending, log: [LogEntry]) {
        let trial = try Trial(on: try Stage(.small()))
        var fault = try Fault("reset when text 'nobody'")
        fault.times = 1
        try trial.add(fault)
        let runner = trial.runner()
        let ending = try trial.world.run(on: runner.process) { () async -> Result<Ending, MigrationError> in
            do throws(MigrationError) {
                return .success(try await Self.ending(of: runner.engine, isLast: isLast))
            } catch {
                return .failure(error)
            }
        }.get()
        return (ending, try trial.log())
    }

    private static func ending(of engine: MigrationEngine, isLast: Bool) async throws(MigrationError) -> Ending {
        let scripts = try await engine.loadScripts()
        let unheard: MigrationEventHandler = { _ in }
        return try await engine.withSession(unheard) { session, stop async throws(MigrationError) in
            var timings = Timings()
            let run = LockedRun(
                session: session, gate: ClusterGate(session: session, allowed: []), skew: .zero, stop: stop)
            return try await run.run(&timings) { _, logs async throws(MigrationError) -> Ending in
                guard let target = session.configuration.targets.first, let log = logs[Scenario.keyspace] else {
                    throw MigrationError(.local, "no target")
                }
                let planner = MigrationPlanner(
                    scripts: scripts, history: log.history[target.name], keyspace: target.name)
                guard let planned = try planner.plan(target: nil).scripts.first,
                    let statement = planned.remaining.first
                else { throw MigrationError(.local, "nothing is pending") }
                var statements = StatementRunner(
                    session: session, target: target, log: log, planned: planned,
                    place: await SchemaPlace(session.cluster), stop: stop, entry: { log.entry($0) })
                try await statements.begin()
                return try await Self.lose(statement, in: &statements, isLast: isLast)
            }.value
        }
    }

    private static func lose(
        _ statement: ScriptStatement, in runner: inout StatementRunner, isLast: Bool
    ) async throws(MigrationError) -> Ending {
        let cluster = runner.session.cluster
        let goal = StatementGoal(statement, keyspace: Scenario.keyspace, in: runner.place)
        let intent = StatementRunner.Intent(coordinator: await cluster.coordinator, check: nil)
        var ending = Ending()
        do throws(ClientError) {
            _ = try await cluster.execute(Statement("SELECT key FROM system.local WHERE key = 'nobody'"))
        } catch {
            guard await !cluster.hasCoordinator else { throw MigrationError(error, during: "losing the coordinator") }
        }
        var report = StatementReport(statement)
        do throws(MigrationError) {
            let end = try await runner.execute(statement, goal, intent, isLast: isLast, &report)
            ending.isSeenThrough = if case .neverLeft = end { false } else { true }
        } catch {
            ending.failure = error
        }
        ending.first = report.outcome
        guard !ending.isSeenThrough else { return ending }
        ending.failure = await runner.run(statement, &report)
        ending.last = report.outcome
        return ending
    }

    @Test("another one takes over, and the statement that never left goes to it")
    func takenOver() throws {
        let (ending, log) = try end(isLast: false)
        #expect(ending.failure == nil)
        #expect(!ending.isSeenThrough)
        #expect(ending.first == .notSent)
        #expect(ending.last == .acknowledged)
        #expect(log.filter { $0.kind == .statementOutcome }.map(\.outcome) == [.notSent, .acknowledged])
    }

    @Test("a statement that has lost its coordinator too often ends the run as one that was not sent")
    func tooOften() throws {
        let ending = try end(isLast: true).ending
        #expect(ending.failure?.code == .cannotConnect)
        #expect(ending.failure?.outcome == .notSent)
        #expect(ending.first == .notSent)
    }
}
