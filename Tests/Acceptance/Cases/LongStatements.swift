import Testing

/// A statement that takes longer than the lock lives unless it is renewed.
struct LongStatements {
    let nodes: any FaultyNodes

    /// The lock is renewed meanwhile: whoever waits for it gets it behind the whole run, and finds nothing to do.
    func renewed() async throws {
        let project = try Project("renewed", nodes.addresses, settings: "lock: { ttl: 5s, wait: 60s }")
        try await project.expect(0, "init")
        try project.writeTables(1...2)
        await nodes.removeFaults()
        try await nodes.add(fault: "delay-reply 8s when text 'CREATE TABLE t1 ' times 1")
        let first = try project.start(["migrate", "--json", "--ddl-timeout", "30s"])
        try await nodes.waitForFault()
        let second = try project.start(["migrate"])
        let finished = await first.wait()
        #expect(finished.exitCode == 0, "\(finished.output)\(finished.errors)")
        #expect(try finished.keyspace()["run"] as? Int == 2)
        let elapsed = try finished.statements(of: "V1__table_1.cql").first?["elapsed_ms"] as? Int ?? 0
        #expect(elapsed >= 8000, "the statement did not outlast the lock: \(elapsed) ms")
        let waited = await second.wait()
        #expect(waited.exitCode == 0, "\(waited.output)\(waited.errors)")
        let waiting = "waiting for the lock of \(project.keyspace), held by tester"
        #expect(waited.errors.contains(waiting), "\(waited.errors)")
        #expect(waited.output == "\(project.keyspace): nothing to do, 2 applied before\n")
        try await project.expectTables(2)
        let events = try await project.events()
        #expect(events.count { $0.kind == "statement-intended" } == 2)
        // The second lock was taken behind the end of the first.
        let locks = events.map(\.kind).filter { $0.hasPrefix("lock-") }
        #expect(locks == ["lock-acquired", "lock-released", "lock-acquired", "lock-released"])
    }
}
