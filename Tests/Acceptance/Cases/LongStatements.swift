import Foundation
import Testing

/// Work that takes longer than the lock lives unless it is renewed.
struct LongStatements {
    let nodes: any NodesUnderTest

    /// A statement: whoever waits for the lock gets it behind the whole run, and finds nothing to do.
    func renewed() async throws {
        let nodes = try #require(nodes as? any FaultyNodes)
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
        try await expectWaited(await second.wait(), for: 2, in: project)
        try await project.expectTables(2)
    }

    /// A TRUNCATE, which takes until every node has answered: one of them is silent.
    func renewedBehindSilence() async throws {
        let project = try Project("renewed_silent", nodes.addresses, settings: "lock: { ttl: 3s, wait: 120s }")
        try await project.expect(0, "init")
        try project.writeTables(1...10)
        try project.write("V11__empty.cql", "TRUNCATE t1;\n")
        let first = try project.start(["migrate", "--json"])
        try await project.waitForApplied(1)
        try await nodes.pause(nodes.addresses.count)
        let second = try project.start(["migrate", "--allow", "node-down"])
        while try await !Self.isRenewedTwice(try project.expect(0, "status", "--json").keyspace()["lock"]) {}
        try await nodes.resume(nodes.addresses.count)
        let finished = await first.wait()
        #expect(finished.exitCode == 0, "\(finished.output)\(finished.errors)")
        try await expectWaited(await second.wait(), for: 11, in: project)
    }

    /// Whether a lock has outlived its first time by far.
    private static func isRenewedTwice(_ lock: Any?) throws -> Bool {
        let lock = try #require(lock as? [String: Any], "nobody holds the lock")
        let format = ISO8601DateFormatter()
        format.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
        let times = try ["since", "renewed"].map { key in
            try #require((lock[key] as? String).flatMap { format.date(from: $0) }, "\(lock)")
        }
        return times[1].timeIntervalSince(times[0]) > 6
    }

    /// The second runner got the lock behind the end of the first, and had nothing to do.
    private func expectWaited(_ second: Finished, for count: Int, in project: Project) async throws {
        #expect(second.exitCode == 0, "\(second.output)\(second.errors)")
        let waiting = "waiting for the lock of \(project.keyspace), held by tester"
        #expect(second.errors.contains(waiting), "\(second.errors)")
        #expect(second.output == "\(project.keyspace): nothing to do, \(count) applied before\n")
        let events = try await project.events()
        #expect(events.count { $0.kind == "statement-intended" } == count)
        let locks = events.map(\.kind).filter { $0.hasPrefix("lock-") }
        #expect(locks == ["lock-acquired", "lock-released", "lock-acquired", "lock-released"])
    }
}
