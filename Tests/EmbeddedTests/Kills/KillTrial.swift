import CQLNode
import EventLoop
import Faults
import Foundation
import Glibc
import TestProcesses

/// Embedded nodes and a folder with the scripts of a scenario, for the binary that was built.
final class KillTrial: Sendable {
    private let scenario: Scenario
    private let server: SandboxServer
    private let port: UInt16
    private let folder: String

    init(_ scenario: Scenario) async throws {
        self.scenario = scenario
        var plan = ClusterPlan(
            nodes: 3, release: scenario.release, startTime: Int64(Date.now.timeIntervalSince1970 * 1_000_000))
        plan.schemaDelay = .milliseconds(3)
        server = try await SandboxServer.start(plan)
        port = await server.addresses.first?.port ?? 0
        folder = NSTemporaryDirectory() + "cqlmig-kill-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: "\(folder)/migrations", withIntermediateDirectories: true)
        let configuration = """
            cassandra: { contact_points: ["127.0.0.1:\(port)"], ddl_timeout: 1s }
            keyspace:
              name: \(Scenario.keyspace)
              replication: { class: SimpleStrategy, replication_factor: 3 }
            """
        try configuration.write(toFile: "\(folder)/cqlmig.yml", atomically: true, encoding: .utf8)
        for (name, cql) in scenario.scripts {
            try cql.write(toFile: "\(folder)/migrations/\(name)", atomically: true, encoding: .utf8)
        }
        _ = await (try start("init")).result()
        await server.control { machine, _ in
            machine.keepJournal()
            return []
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private func start(_ arguments: String...) throws -> ChildProcess {
        try ChildProcess(
            Cqlmig.command(
                arguments, in: folder, environment: ["PATH": "/usr/bin:/bin", "USER": "tester", "HOME": folder])
        )
    }

    /// Runs the scripts, kills the binary at a point, and runs it again to its end.
    ///
    /// - Returns: What is wrong; nil when the point was not come to.
    func violations(killedAt point: KillPoint) async throws -> [Violation]? {
        await server.control { machine, _ in
            machine.add(point.fault)
            return []
        }
        let victim = try start("migrate")
        guard try await wait(forFaultOrEndOf: victim) else {
            await server.stop()
            return nil
        }
        victim.send(SIGKILL)
        _ = await victim.result()
        await expireLock()
        var violations: [Violation] = []
        for _ in 0..<3 {
            let result = await (try start("migrate", "--json")).result()
            if result.exit == .status(0) { break }
            if result.exit != .status(5) { violations.append(Violation(.noEnd, "\(result)")) }
            try await answer()
        }
        let journal = await server.look { machine, _ in machine.journal ?? [] }
        let checker = Checker(scenario)
        violations += checker.violations(in: journal)
        violations += checker.violations(in: try await WrittenLog.rows(at: port), journal)
        await server.stop()
        return violations
    }

    /// Waits until the fault has happened; false: the process ended without it.
    private func wait(forFaultOrEndOf process: ChildProcess) async throws -> Bool {
        let ended = Guarded(false)
        let waiting = Task {
            _ = await process.result()
            ended.withLock { $0 = true }
        }
        defer { waiting.cancel() }
        while true {
            if await server.look({ machine, _ in machine.happenedFaults }) > 0 { return true }
            if ended.withLock({ $0 }) { return false }
            try await Task.sleep(for: .milliseconds(1))
        }
    }

    /// The lock of the dead one ends: the clocks of the nodes go on by more than it lasts.
    private func expireLock() async {
        await server.control { machine, _ in
            for node in 1...3 { machine.setClock(of: node, ahead: .seconds(70)) }
            return []
        }
    }

    /// Answers what is asked by what the nodes have executed.
    private func answer() async throws {
        let list = await (try start("repair", "--list", "--json")).result()
        let journal = await server.look { machine, _ in machine.journal ?? [] }
        let document = try JSONSerialization.jsonObject(with: Data(list.output.utf8)) as? [String: Any]
        let items = (document?["data"] as? [String: Any])?["failed"] as? [[String: Any]] ?? []
        for item in items {
            guard item["outcome"] as? String == "unknown", let script = item["script"] as? String,
                let number = item["statement"] as? Int
            else { continue }
            let statement = scenario.statements.first { $0.script == script && $0.number == number }
            let isDone = journal.contains { $0.cql == statement?.cql && $0.hadEffect }
            _ = await
                (try start(
                    "repair", "--script", script, "--statement", "\(number)", isDone ? "--applied" : "--retry", "--yes"))
                .result()
        }
    }
}
