import Foundation
import Testing

/// What happens to the nodes while a runner waits for the lock.
struct LockWaits {
    let nodes: any FaultyNodes

    /// Nothing of the runner is under way: its coordinator is lost, and it goes on through another.
    func lostCoordinator() async throws {
        let project = try await locked("lost_waiting")
        try await nodes.add(fault: "reset when text 'INTO \(project.keyspace).cqlmig_lock' after 3 times 1")
        let runner = try project.start(["migrate"] + Self.patient)
        try await nodes.waitForFault()
        try await unlock(project)
        let finished = await runner.wait()
        #expect(finished.exitCode == 0, "\(finished.output)\(finished.errors)")
        #expect(finished.errors.contains("waiting for the lock of \(project.keyspace)"), "\(finished.errors)")
        #expect(finished.errors.contains("the coordinator was lost"), "\(finished.errors)")
        try await project.expectTables(2)
    }

    /// What was seen of the nodes before the wait does not hold behind it.
    func disagreement() async throws {
        let project = try await locked("changed_waiting")
        try await nodes.add(fault: "delay-reply 10ms when text 'INTO \(project.keyspace).cqlmig_lock' after 3 times 1")
        let runner = try project.start(["migrate", "--agreement-timeout", "3s", "--json"] + Self.patient)
        try await nodes.waitForFault()
        try await nodes.letDiffer(3)
        // By its fourth attempt it has waited for more than a second.
        try await unlock(project)
        let refused = await runner.wait()
        await nodes.removeFaults()
        #expect(refused.exitCode == 6, "\(refused.output)\(refused.errors)")
        #expect(try refused.errorCodes() == ["no-schema-agreement"])
        #expect(try await !Tables.exist("t1", in: project))
        // Nothing but the lock was taken, and that was given back.
        let kinds = try await project.events().map(\.kind).filter { $0 != "initialised" && $0 != "replication-seen" }
        #expect(kinds == ["lock-acquired", "lock-released"])
        try await project.expect(0, "migrate")
        try await project.expectTables(2)
    }

    /// The lock is free when the test says so, however slow the machine is.
    private static let patient = ["--lock-wait", "10m"]

    /// A project whose lock somebody else has.
    private func locked(_ name: String) async throws -> Project {
        let project = try Project(name, nodes.addresses)
        try await project.expect(0, "init")
        try project.writeTables(1...2)
        await nodes.removeFaults()
        try await Tables.run(
            """
            INSERT INTO \(project.keyspace).cqlmig_lock (name, owner, host, pid, operator, since, renewed)
            VALUES ('migrations', uuid(), 'elsewhere', 1, 'somebody', toTimestamp(now()), toTimestamp(now()))
            IF NOT EXISTS
            """, in: project)
        return project
    }

    private func unlock(_ project: Project) async throws {
        try await Tables.run(
            "DELETE FROM \(project.keyspace).cqlmig_lock WHERE name = 'migrations' IF EXISTS", in: project)
    }
}
