import Foundation
import Testing

/// What became of statements without an answer, of acknowledged ones that are gone, and of those that found something.
struct Outcomes {
    let nodes: any FaultyNodes

    private static let table = "CREATE TABLE t (id int PRIMARY KEY, v text);\n"
    /// A statement without an answer is asked after at once, rather than in a minute.
    private static let quick = ["--ddl-timeout", "3s"]

    /// A project with one script, of which the first statement that meets the fault goes wrong.
    private func project(_ name: String, _ script: String, fault: String) async throws -> Project {
        let project = try Project(name, nodes.addresses)
        try await project.expect(0, "init")
        try project.write("V1__script.cql", script)
        await nodes.removeFaults()
        try await nodes.add(fault: fault)
        return project
    }

    private func migrate(_ project: Project, _ more: String...) async throws -> Finished {
        try await project.start(["migrate", "--json"] + Self.quick + more).wait()
    }

    private func count(_ kind: String, in project: Project) async throws -> Int {
        let events = try await project.expect(0, "history", "--json").data()["events"] as? [[String: Any]] ?? []
        return events.count { $0["kind"] as? String == kind }
    }

    /// It ran, or it did not run: the same command comes to the end, and the statement ran once.
    func withoutAnswer(_ fault: String, sent times: Int) async throws {
        let project = try await project("no_answer", Self.table, fault: "\(fault) when verb 'CREATE TABLE' times 1")
        let finished = try await migrate(project)
        #expect(finished.exitCode == 0, "\(fault): \(finished.output)\(finished.errors)")
        #expect(try await Tables.exist("t", in: project))
        #expect(try await count("statement-intended", in: project) == times)
        #expect(try await count("statement-resolved", in: project) == 1)
        try await project.expect(0, "validate")
    }

    /// A coordinator that is paused runs the statement when it goes on: nothing is sent elsewhere meanwhile.
    func pausedForAWhile() async throws {
        let project = try await project("paused", Self.table, fault: "pause 6s when verb 'CREATE TABLE' times 1")
        let finished = try await migrate(project)
        #expect(finished.exitCode == 0, "\(finished.output)\(finished.errors)")
        #expect(try await count("statement-intended", in: project) == 1)
        #expect(try await Tables.exist("t", in: project))
    }

    /// As long as it is paused the question is open, and both answers are named; the next run finds it out.
    func paused() async throws {
        let project = try await project("paused", Self.table, fault: "pause when verb 'CREATE TABLE' times 1")
        let stopped = try await migrate(project)
        #expect(stopped.exitCode == 5, "\(stopped.output)\(stopped.errors)")
        #expect(try stopped.errorCodes() == ["outcome-unknown"])
        for answer in ["--applied", "--retry"] {
            #expect(stopped.output.contains("cqlmig repair --script V1__script.cql --statement 1 \(answer)"))
        }
        try await nodes.resume(1)
        let finished = try await migrate(project)
        #expect(finished.exitCode == 0, "\(finished.output)\(finished.errors)")
        #expect(try await count("statement-intended", in: project) == 1)
        #expect(try await Tables.exist("t", in: project))
    }

    /// A process that died before the coordinator ran the statement leaves an intent; the next run decides.
    func deadRunner(_ fault: String, sent times: Int) async throws {
        let settings = "lock: { ttl: 6s, wait: 30s }"
        let project = try Project("dead_runner", nodes.addresses, settings: settings)
        try await project.expect(0, "init")
        try project.write("V1__script.cql", Self.table)
        await nodes.removeFaults()
        try await nodes.add(fault: "\(fault) when verb 'CREATE TABLE' times 1")
        let runner = try project.start(["migrate", "--ddl-timeout", "2s"])
        while try await count("statement-intended", in: project) == 0 {}
        try await Task.sleep(for: .milliseconds(300))
        runner.signal(SIGKILL)
        _ = await runner.wait()
        let finished = try await migrate(project)
        #expect(finished.exitCode == 0, "\(fault): \(finished.output)\(finished.errors)")
        #expect(try await Tables.exist("t", in: project))
        #expect(try await count("statement-intended", in: project) == times)
    }

    /// An acknowledged statement that is gone is no success; the next run sends it again.
    func acknowledgedAndLost() async throws {
        let project = try await project("lost", Self.table, fault: "forget when verb 'CREATE TABLE' times 1")
        let stopped = try await migrate(project)
        #expect(stopped.exitCode == 5, "\(stopped.output)\(stopped.errors)")
        #expect(try stopped.errorCodes() == ["statement-lost"])
        #expect(stopped.output.contains("table \(project.keyspace).t is not there"))
        let finished = try await migrate(project)
        #expect(finished.exitCode == 0, "\(finished.output)\(finished.errors)")
        #expect(try await Tables.exist("t", in: project))
    }

    /// One of several statements that were acknowledged before one agreement.
    func lostOfSeveral() async throws {
        let script =
            "CREATE TABLE a (id int PRIMARY KEY);\nCREATE TABLE b (id int PRIMARY KEY);\n"
            + "CREATE TABLE c (id int PRIMARY KEY);\nALTER TABLE c ADD v int;\nDROP TABLE a;\n"
        let project = try await project("lost_of_several", script, fault: "forget when text 'TABLE b' times 1")
        let stopped = try await migrate(project, "--agreement", "script")
        #expect(stopped.exitCode == 5, "\(stopped.output)\(stopped.errors)")
        #expect(try stopped.errorCodes() == ["statement-lost"])
        let finished = try await migrate(project, "--agreement", "script")
        #expect(finished.exitCode == 0, "\(finished.output)\(finished.errors)")
        #expect(try await Tables.exist("b", in: project))
        #expect(try await !Tables.exist("a", in: project))
        // Only the one that was lost was sent again.
        #expect(try await count("statement-intended", in: project) == 6)
    }

    /// Data that may be written twice is; other data stops the run with the question.
    func data() async throws {
        let again = try await project(
            "data", "CREATE TABLE d (id int PRIMARY KEY, v text);\nINSERT INTO d (id, v) VALUES (1, 'a');\n",
            fault: "lose-reply when text 'INSERT INTO d (' times 1")
        let finished = try await migrate(again)
        #expect(finished.exitCode == 0, "\(finished.output)\(finished.errors)")
        #expect(try await count("statement-intended", in: again) == 3)
        let counter = try await project(
            "counter", "CREATE TABLE c (id int PRIMARY KEY, n counter);\nUPDATE c SET n = n + 1 WHERE id = 1;\n",
            fault: "lose-reply when text 'UPDATE c SET' times 1")
        let stopped = try await migrate(counter)
        #expect(stopped.exitCode == 5, "\(stopped.output)\(stopped.errors)")
        #expect(try stopped.errorCodes() == ["outcome-unknown"])
        // The next run has nothing to add, and says why it does not guess.
        let asked = try await counter.run("migrate")
        #expect(asked.exitCode == 5, "\(asked.errors)")
        #expect(asked.errors.contains("it may add to a list or a counter"), "\(asked.errors)")
        try await counter.expect(0, "repair", "--script", "V1__script.cql", "--statement", "2", "--applied", "--yes")
        #expect(try await migrate(counter).exitCode == 0)
        #expect(try await count("statement-intended", in: counter) == 2)
    }

    /// On 6.0 an `invalid` that tells of a failed commit says nothing.
    func failedCommit(applied: Bool) async throws {
        let fault = "error invalid 'java.lang.RuntimeException: Could not commit' \(applied ? "applied" : "")"
        try await withoutAnswer(fault, sent: applied ? 1 : 2)
    }

    /// No change goes to a node whose clock is behind the newest change of the keyspace.
    func clocks() async throws {
        // The lock is held for as long as the clocks may be apart.
        let project = try Project("clocks", nodes.addresses, settings: "lock: { ttl: 120m, wait: 10s }")
        try await project.expect(0, "init")
        try project.writeTables(1...2)
        await nodes.setClock(of: 1, ahead: -3600)
        let moved = try await project.expect(0, "migrate", "--json")
        #expect(moved.output.contains("behind the newest change of keyspace \(project.keyspace)"), "\(moved.output)")
        try project.writeTables(3...3)
        for node in 1...3 { await nodes.setClock(of: node, ahead: -7200) }
        let refused = try await project.run("migrate", "--json")
        for node in 1...3 { await nodes.setClock(of: node, ahead: 0) }
        #expect(refused.exitCode == 8, "\(refused.output)\(refused.errors)")
        #expect(try refused.errorCodes() == ["clock-behind"])
        #expect(try await !Tables.exist("t3", in: project))
        try await project.expect(0, "migrate")
    }
}

/// The same on nodes that nobody can tell what is to go wrong.
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
        // open, and the coordinator merely does not answer.
        #expect([0, 3, 5].contains(stopped.exitCode), "\(stopped.output)\(stopped.errors)")
        try await nodes.resume(1)
        var finished = try await project.run("migrate", "--json")
        // The others see for a while yet that it was down.
        for _ in 0..<60 where finished.exitCode == 8 {
            try await Task.sleep(for: .seconds(1))
            finished = try await project.run("migrate", "--json")
        }
        #expect(finished.exitCode == 0, "\(finished.output)\(finished.errors)")
        try await project.waitForAgreement()
        for number in 1...30 { #expect(try await Tables.exist("t\(number)", in: project), "t\(number)") }
        try await project.expect(0, "validate")
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
        #expect([0, 5].contains(first.exitCode), "\(first.output)\(first.errors)")
        try await nodes.restart(1)
        let finished = try await project.run("migrate", "--json")
        #expect(finished.exitCode == 0, "\(finished.output)\(finished.errors)")
        try await project.waitForAgreement()
        for number in 1...30 { #expect(try await Tables.exist("t\(number)", in: project), "t\(number)") }
        try await project.expect(0, "validate")
    }
}
