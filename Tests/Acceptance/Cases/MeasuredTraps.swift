import Glibc
import LogStories
import MigrationLog
import Testing

/// What was measured on real nodes to lose data: statements whose outcome is not plain, on nodes that nobody can tell what is
/// to go wrong.
struct MeasuredTraps {
    let nodes: any NodesUnderTest

    /// `IF NOT EXISTS` that finds another definition succeeds, and says how it differs.
    func differentDefinition() async throws {
        let project = try Project("different", nodes.addresses)
        try await project.expect(0, "init")
        try project.write("V1__t.cql", "CREATE TABLE t (id int PRIMARY KEY, v int);\nCREATE INDEX i ON t (v);\n")
        try project.write(
            "V2__t.cql",
            "CREATE TABLE IF NOT EXISTS t (id int PRIMARY KEY, v text);\n"
                + "CREATE TABLE IF NOT EXISTS u (id int PRIMARY KEY, v text);\nCREATE INDEX IF NOT EXISTS i ON t (v);\n"
        )
        let finished = try await project.expect(0, "migrate", "--json")
        let warnings = try finished.document()["warnings"] as? [[String: Any]] ?? []
        let texts = warnings.compactMap { $0["message"] as? String }.filter { $0.contains("nothing was made") }
        #expect(
            texts == [
                "nothing was made, for it exists and differs: type of column v of table \(project.keyspace).t: "
                    + "asked for text, found int"
            ], "\(texts)")
    }

    /// What has run is changed in the file: the refusal shows both texts.
    func editedStatement() async throws {
        let project = try Project("edited", nodes.addresses)
        try await project.expect(0, "init")
        try project.write("V1__s.cql", "CREATE TABLE a (id int PRIMARY KEY);\nCREATE TABLE b (id nope PRIMARY KEY);\n")
        try await project.expect(5, "migrate")
        try project.write("V1__s.cql", "CREATE TABLE a (id text PRIMARY KEY);\nCREATE TABLE b (id int PRIMARY KEY);\n")
        let refused = try await project.expect(8, "migrate")
        #expect(refused.errors.contains("error[half-applied-changed]"), "\(refused.errors)")
        for text in ["ran as: CREATE TABLE a (id int PRIMARY KEY)", "is now: CREATE TABLE a (id text PRIMARY KEY)"] {
            #expect(refused.errors.contains(text), "\(refused.errors)")
        }
        // With what has run as it was, the correction of the other is all that is left to do.
        try project.write("V1__s.cql", "CREATE TABLE a (id int PRIMARY KEY);\nCREATE TABLE b (id int PRIMARY KEY);\n")
        try await project.expect(0, "migrate")
    }

    /// The coordinator is paused in the middle of a run and executes what it was sent when it goes on: a retry elsewhere
    /// would replace the table or wreck the schema.
    func pausedCoordinator() async throws {
        let project = try Project("paused_coordinator", nodes.addresses, settings: "lock: { ttl: 20s, wait: 60s }")
        try await project.expect(0, "init")
        try project.writeTables(1...30)
        let runner = try project.start(["migrate", "--json", "--ddl-timeout", "5s", "--agreement-timeout", "20s"])
        while try await !Tables.exist("t3", in: project) {}
        try await nodes.pause(1)
        let stopped = await runner.wait()
        // During an agreement the others have the change, and one of them takes over; between two statements nothing is
        // open: the coordinator merely does not answer, or the lock cannot be renewed through it.
        #expect([0, 3, 4, 5].contains(stopped.exitCode), "\(stopped.output)\(stopped.errors)")
        try await nodes.resume(1)
        try await project.finish()
        try await project.expectTables(30)
    }

    /// The coordinator is killed in the middle of a run: what it alone had is found missing or comes back with it, and is
    /// not made twice.
    func killedCoordinator() async throws {
        let project = try Project("killed_coordinator", nodes.addresses, settings: "lock: { ttl: 20s, wait: 60s }")
        try await project.expect(0, "init")
        try project.writeTables(1...30)
        let runner = try project.start(["migrate", "--json", "--ddl-timeout", "5s"])
        while try await !Tables.exist("t3", in: project) {}
        try await nodes.kill(1)
        let first = await runner.wait()
        // 3: the connection ended before the statement was on its way.
        #expect([0, 3, 5].contains(first.exitCode), "\(first.output)\(first.errors)")
        try await nodes.restart(1)
        let finished = try await project.run("migrate", "--json")
        #expect(finished.exitCode == 0, "\(finished.output)\(finished.errors)")
        try await project.waitForAgreement()
        for number in 1...30 { #expect(try await Tables.exist("t\(number)", in: project), "t\(number)") }
        try await project.expect(0, "validate")
    }

    /// A runner dies while its coordinator is silent, with a row on its way to the log; another takes the lock meanwhile. The
    /// row comes too late: behind a fence nothing is written.
    func lateAppend() async throws {
        let project = try Project("late_append", nodes.addresses, settings: "lock: { ttl: 5s, wait: 120s }")
        try await project.expect(0, "init")
        // Writing them takes less time than the log of it.
        let writes = (1...400).map { "INSERT INTO t (id, v) VALUES (\($0), 'x');\n" }
        try project.write("V1__writes.cql", "CREATE TABLE t (id int PRIMARY KEY, v text);\n" + writes.joined())
        let runner = try project.start(["migrate"])
        while try await project.events().count(where: { $0.kind == "statement-outcome" }) < 20 {}
        try await nodes.pause(1)
        runner.signal(SIGKILL)
        _ = await runner.wait()
        let others = nodes.addresses.dropFirst().joined(separator: ",")
        let next = try await project.run(
            "migrate", "--json", "--allow", "node-down", "--agreement-timeout", "20s", contactPoint: others)
        // On 3.11 a silent node cannot be told from a slow one, and what it was sent may still be done by it elsewhere.
        #expect([0, 5, 6, 8].contains(next.exitCode), "\(next.output)\(next.errors)")
        try await nodes.resume(1)
        try await nodes.settle()
        try await project.finish()
        let truth = try await TortureTruth.read(project)
        #expect(truth.log.misnumbered.isEmpty)
        #expect(truth.log.behindFence.isEmpty, "\(truth.log.behindFence)")
        #expect(truth.log.count { $0.kind == .lockAcquired } >= 2)
        #expect(truth.log.count { $0.kind == .scriptApplied } == 1)
        try await project.expect(0, "validate")
    }

    /// A node that coordinates nothing is paused: on 6.0 the first one is alone in knowing of changes of the schema, and a
    /// healthy coordinator then calls invalid what happens all the same.
    func silentMetadataNode() async throws {
        let project = try Project("silent_node", nodes.addresses, settings: "lock: { ttl: 20s, wait: 60s }")
        try await project.expect(0, "init")
        try project.writeTables(1...20)
        let others = nodes.addresses.dropFirst().joined(separator: ",")
        let runner = try project.start(
            ["migrate", "--json", "--ddl-timeout", "5s", "--agreement-timeout", "20s"], contactPoint: others)
        while try await !Tables.exist("t3", in: project) {}
        try await nodes.pause(1)
        let first = await runner.wait()
        #expect([0, 3, 4, 5, 6].contains(first.exitCode), "\(first.output)\(first.errors)")
        try await nodes.resume(1)
        try await project.finish()
        try await project.expectTables(20)
    }

    /// The log's keyspace gets more copies, and nobody repairs it: the new ones are empty, and a log that is read from
    /// them would have forgotten what was applied.
    func raisedReplication() async throws {
        let project = try Project("raised", nodes.addresses, replication: Project.simple(1))
        try await project.expect(0, "init")
        try project.writeTables(1...4)
        try await project.expect(0, "migrate")
        try await Tables.run(
            "ALTER KEYSPACE \(project.keyspace) WITH replication = "
                + "{'class': 'SimpleStrategy', 'replication_factor': 3}", in: project)
        try project.writeTables(5...5)
        try await project.waitForAgreement()
        try await nodes.kill(3)
        let refused = try await project.expect(8, "migrate", "--allow", "node-down", "--json")
        #expect(try refused.errorCodes() == ["replication-changed"])
        try await nodes.restart(3)
        try await project.finish()
        try await project.expectTables(5)
    }

    /// The clock of the second node is 20 s ahead, and a column was added through it: dropped through another node it
    /// would stay, and the nodes would never agree again.
    func clockAhead() async throws {
        let project = try Project("clock_ahead", nodes.addresses)
        try await project.expect(0, "init")
        try project.write("V1__t.cql", "CREATE TABLE t (id int PRIMARY KEY, v int);\n")
        try await project.expect(0, "migrate")
        try await Tables.run(
            "ALTER TABLE \(project.keyspace).t ADD late int", in: project, at: nodes.addresses[1])
        try project.write("V2__t.cql", "ALTER TABLE t DROP late;\n")
        try await project.waitForAgreement()
        try await project.finish()
        for node in nodes.addresses {
            #expect(try await Tables.columns(of: "t", in: project, at: node) == ["id", "v"], "\(node)")
        }
    }
}
