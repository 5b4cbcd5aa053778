import Foundation
import Testing

/// Signals, and an output that nobody reads.
struct Interruptions {
    let nodes: [String]

    /// The first signal lets the statement under way end, writes it down and gives the lock back.
    func signal(_ number: Int32) async throws {
        let project = try Project("signal_\(number)", nodes)
        try await project.expect(0, "init")
        try project.writeTables(1...20)
        let runner = try project.start(["migrate", "--json"])
        try await project.waitForApplied(2)
        runner.signal(number)
        let finished = await runner.wait()
        #expect(finished.exitCode == 128 + number, "\(finished.output)\(finished.errors)")
        #expect(try finished.errorCodes() == ["interrupted"])
        let status = try await project.expect(0, "status", "--json")
        #expect(try status.keyspace()["lock"] is NSNull)
        let events = try await project.run("history").output
        #expect(try !status.states().values.contains("interrupted"), "\(finished.output)\(finished.errors)\(events)")
        // What is left runs without a question.
        let rest = try await project.expect(0, "migrate", "--json").keyspace()["run"] as? Int
        let before = try finished.keyspace()["run"] as? Int
        #expect((rest ?? 0) + (before ?? 0) == 20)
    }

    /// A runner whose output is closed finishes and records before it complains.
    func closedOutput() async throws {
        let project = try Project("closed_output", nodes)
        try await project.expect(0, "init")
        try project.writeTables(1...2)
        let finished = await (try project.start(["migrate", "--json"], closedOutput: true)).wait()
        #expect(finished.exitCode == 9, "\(finished.errors)")
        let states = try await project.expect(0, "status", "--json").states()
        #expect(states.values.allSatisfy { $0 == "applied" })
    }

    /// A process that was killed leaves its lock; the next one waits it out and goes on: what became of the open
    /// statement it finds out by itself.
    func deadHolder() async throws {
        let project = try Project("dead_holder", nodes, settings: "lock: { ttl: 20s, wait: 60s }")
        try await project.expect(0, "init")
        try project.writeTables(1...10)
        let runner = try project.start(["migrate", "--ddl-timeout", "5s"])
        try await project.waitForApplied(1)
        runner.signal(SIGKILL)
        _ = await runner.wait()
        let next = try await project.run("migrate")
        #expect(next.errors.contains("tester"), "it does not say whom it waits for: \(next.errors)")
        #expect(next.exitCode == 0, "\(next.output)\(next.errors)")
    }
}
