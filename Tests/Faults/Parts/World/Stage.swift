import CQLNode
import EventLoop
import FoundationEssentials
import MigrationEngine
import Simulation

/// Three nodes on which `init` has been run: where every trial of a scenario begins.
public struct Stage: Sendable {
    /// What is to be run.
    public let scenario: Scenario
    let machine: SandboxServer.Machine
    /// How long the cluster has been there.
    let age: Duration

    /// Sets a stage.
    ///
    /// - Throws: What kept the tables from being made.
    public init(_ scenario: Scenario) throws {
        self.scenario = scenario
        let world = World()
        defer { world.end() }
        let began = world.now
        let nodes = world.process()
        var plan = ClusterPlan(nodes: 3, release: scenario.release, startTime: 1_800_000_000_000_000)
        // Short beside what is measured on real nodes, and long enough for the first question to come too early.
        plan.schemaDelay = .milliseconds(3)
        let start = plan
        let server = try world.run(on: nodes) { () async -> Result<SandboxServer, SystemError> in
            do throws(SystemError) { return .success(try await SandboxServer.start(start, on: nodes.loop)) } catch {
                return .failure(error)
            }
        }.get()
        let runner = Runner(
            0, of: scenario, in: world, startTime: plan.startTime, began: began, lockTTL: .seconds(60))
        let failure = try world.run(on: runner.process) { () async -> String? in
            do { _ = try await runner.engine.initialise() } catch { return "\(error)" }
            return nil
        }
        if let failure { throw StageError(description: failure) }
        try world.pass(.seconds(10))
        (machine, age) = try world.run(on: nodes) {
            await server.look { machine, now in
                var machine = machine
                machine.keepJournal()
                return (machine, now)
            }
        }
    }
}

/// Why there is no stage.
struct StageError: Error, CustomStringConvertible {
    let description: String
}
