import Foundation
import Glibc
import Testing

/// Several processes at once.
struct Races {
    let nodes: [String]

    /// Twenty processes initialise one keyspace through all nodes at once: all end well.
    func initAtOnce() async throws {
        let project = try Project("init_at_once", nodes)
        // It is about the race: on a busy machine twenty processes are slow to connect as well.
        let tools = try (0..<20).map {
            try project.start(["init", "--connect-timeout", "60s"], contactPoint: nodes[$0 % nodes.count])
        }
        for tool in tools {
            let finished = await tool.wait()
            #expect(finished.exitCode == 0, "\(finished.output)\(finished.errors)")
        }
        try project.writeTables(1...1)
        try await project.expect(0, "migrate")
        try await project.expect(0, "validate")
    }

    /// Two runners at once: one waits, then finds nothing to do; every script ran once.
    func twoRunners() async throws {
        let project = try Project("two_runners", nodes)
        try await project.expect(0, "init")
        try project.writeTables(1...8)
        let tools = try nodes.prefix(2).map { try project.start(["migrate", "--json"], contactPoint: $0) }
        var run = 0
        for tool in tools {
            let finished = await tool.wait()
            #expect(finished.exitCode == 0, "\(finished.output)\(finished.errors)")
            run += try finished.keyspace()["run"] as? Int ?? 0
        }
        #expect(run == 8)
        try await project.expectTables(8)
    }

    /// A runner whose lock is taken away stops before its next statement, and the log has no gap and no double.
    func stolenLock() async throws {
        let project = try Project("stolen_lock", nodes)
        try await project.expect(0, "init")
        try project.writeTables(1...40)
        let runner = try project.start(["migrate", "--json"])
        try await project.waitForApplied(2)
        let theft = try await project.expect(0, "repair", "--release-lock", "--force", "--yes", "--json")
        #expect(try theft.document()["ok"] as? Bool == true)
        let finished = await runner.wait()
        #expect(finished.exitCode == 4, "\(finished.output)\(finished.errors)")
        #expect(try finished.errorCodes() == ["lock-lost"])
    }

    /// kill -9 at many moments, then the same command again until all is applied: the state is always known, and nothing
    /// runs twice that the log shows applied.
    func killedRunners(times: Int) async throws {
        let project = try Project("killed", nodes, settings: "lock: { ttl: 5s, wait: 30s }")
        try await project.expect(0, "init")
        try project.writeTables(1...12)
        for round in 0..<times {
            let runner = try project.start(["migrate", "--ddl-timeout", "5s"])
            // Spread over the start of a run: connecting, locking, a statement, an agreement.
            try await Task.sleep(for: .milliseconds(60 + 97 * round))
            runner.signal(SIGKILL)
            _ = await runner.wait()
            // What it left open the next one finds out by itself.
            try await project.expect(0, "migrate", "--target", "1")
        }
        try await project.expect(0, "migrate")
        try await project.expectTables(12)
    }

    /// A process that is stopped for longer than its lock lives, and then goes on: another one has done the rest, and it
    /// sends nothing more.
    func stoppedHolder() async throws {
        let project = try Project("stopped_holder", nodes, settings: "lock: { ttl: 5s, wait: 60s }")
        try await project.expect(0, "init")
        try project.writeTables(1...12)
        // A statement that is open is waited for as long as it may take.
        let stopped = try project.start(["migrate", "--json", "--ddl-timeout", "5s"])
        try await project.waitForApplied(2)
        stopped.signal(SIGSTOP)
        let other = try await project.run("migrate", "--json")
        #expect(other.exitCode == 0, "\(other.output)\(other.errors)")
        stopped.signal(SIGCONT)
        let finished = await stopped.wait()
        // It was stopped between two answers, or while it waited for one: of a statement, of the log, of a question.
        #expect([3, 4, 5].contains(finished.exitCode), "\(finished.output)\(finished.errors)")
        try await project.expectTables(12)
    }
}
