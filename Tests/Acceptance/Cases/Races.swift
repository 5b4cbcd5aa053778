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

    /// Two runners at once: one does all of it, the other one finds nothing to do; every script ran once.
    func twoRunners() async throws {
        let project = try Project("two_runners", nodes)
        try await project.expect(0, "init")
        try project.writeTables(1...8)
        let tools = try nodes.prefix(2).map { try project.start(["migrate", "--json"], contactPoint: $0) }
        var counts: [String] = []
        for tool in tools {
            let finished = await tool.wait()
            #expect(finished.exitCode == 0, "\(finished.output)\(finished.errors)")
            let keyspace = try finished.keyspace()
            counts.append("\(keyspace["run"] as? Int ?? -1) run, \(keyspace["skipped"] as? Int ?? -1) skipped")
        }
        #expect(counts.sorted() == ["0 run, 8 skipped", "8 run, 0 skipped"])
        try await project.expectTables(8)
    }

    /// Who is not to wait for a lock that is held is told by whom; the holder goes on as if nobody had asked.
    func heldLock() async throws {
        let project = try Project("held_lock", nodes)
        try await project.expect(0, "init")
        try project.writeTables(1...20)
        let holder = try project.start(["migrate", "--json"])
        try await project.waitForApplied(1)
        // It can neither finish nor give the lock back before the other one has asked.
        holder.signal(SIGSTOP)
        let lock = try #require(
            try await project.expect(0, "status", "--json").keyspace()["lock"] as? [String: Any], "nobody holds it")
        let refused = try await project.run("migrate", "--lock-wait", "0", "--json")
        holder.signal(SIGCONT)
        #expect(refused.exitCode == 4, "\(refused.output)\(refused.errors)")
        #expect(try refused.errorCodes() == ["lock-held"])
        let message = try refused.errorMessages().first ?? ""
        let who = "tester on \(lock["host"] as? String ?? "?") (process \(lock["pid"] as? Int ?? 0)"
        #expect(message.hasPrefix("the lock of \(project.keyspace) is held by \(who)"), "\(message)")
        let finished = await holder.wait()
        #expect(finished.exitCode == 0, "\(finished.output)\(finished.errors)")
        try await project.expectTables(20)
        #expect(try await project.events().count { $0.kind == "lock-acquired" } == 1)
    }

    /// A runner whose lock is taken away stops before its next statement, and the log has no gap and no double.
    func stolenLock() async throws {
        let project = try Project("stolen_lock", nodes)
        try await project.expect(0, "init")
        try project.writeTables(1...40)
        let runner = try project.start(["migrate", "--json", "--ddl-timeout", "5s"])
        try await project.waitForApplied(2)
        let theft = try await project.expect(0, "repair", "--release-lock", "--force", "--yes", "--json")
        #expect(try theft.document()["ok"] as? Bool == true)
        let finished = await runner.wait()
        #expect(finished.exitCode == 4, "\(finished.output)\(finished.errors)")
        #expect(try finished.errorCodes() == ["lock-lost"])
        let events = try await project.events()
        // Behind the theft the runner has written nothing.
        let theftSeq = try #require(events.first { $0.kind == "lock-force-released" }).seq
        #expect(events.dropFirst(theftSeq).isEmpty, "\(events.dropFirst(theftSeq))")
        // It was before a statement or had begun it, and that one is written down; nothing came after it.
        let intended = events.filter { $0.kind == "statement-intended" }.compactMap(\.version)
        #expect(intended == (1...intended.count).map(String.init))
        let applied = events.filter { $0.kind == "script-applied" }.compactMap(\.version)
        #expect(applied == Array(intended.prefix(applied.count)) && intended.count - applied.count <= 1)
        for version in applied { #expect(try await Tables.exist("t\(version)", in: project), "t\(version)") }
        let next = intended.count + 1
        #expect(try await !Tables.exist("t\(next)", in: project), "t\(next)")
        // The next one finds out what became of it, and goes on behind it: each table is made once.
        for version in (next + 1)...40 { try project.remove("V\(version)__table_\(version).cql") }
        try await project.expect(0, "migrate", "--ddl-timeout", "5s")
        try await project.expectTables(next)
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
