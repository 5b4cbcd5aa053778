import Foundation
import Testing

/// What became of statements without an answer, of acknowledged ones that are gone, and of those that found something.
struct Outcomes {
    let nodes: any FaultyNodes

    private static let table = "CREATE TABLE t (id int PRIMARY KEY, v text);\n"
    /// A statement without an answer is asked after at once, rather than in a minute.
    private static let quick = ["--ddl-timeout", "3s", "--request-timeout", "3s"]

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
        try await nodes.waitForFault()
        runner.signal(SIGKILL)
        _ = await runner.wait()
        let finished = try await migrate(project)
        #expect(finished.exitCode == 0, "\(fault): \(finished.output)\(finished.errors)")
        #expect(try await Tables.exist("t", in: project))
        #expect(try await count("statement-intended", in: project) == times)
    }

    /// What was found not to have run does so before it comes a second time: the refusal is no failure.
    func ranAfterAll() async throws {
        let project = try await project(
            "ran_after_all", Self.table + "DROP TABLE t;\n", fault: "drop when verb 'DROP TABLE' times 1")
        try await nodes.add(fault: "error invalid 'no such table' applied when verb 'DROP TABLE' after 1 times 1")
        let finished = try await migrate(project)
        #expect(finished.exitCode == 0, "\(finished.output)\(finished.errors)")
        #expect(try await count("statement-intended", in: project) == 3)
        #expect(try await count("statement-resolved", in: project) == 2)
        #expect(try await !Tables.exist("t", in: project))
        try await project.expect(0, "validate")
    }

    /// On 6.0 nobody knows what the metadata service has decided while that does not answer.
    func silentService() async throws {
        let project = try await project("silent", Self.table, fault: "drop when verb 'CREATE TABLE' times 1")
        try await nodes.add(fault: "error unavailable when text 'distributed_metadata_log'")
        let stopped = try await migrate(project)
        #expect(stopped.exitCode == 5, "\(stopped.output)\(stopped.errors)")
        #expect(try stopped.errorCodes() == ["outcome-unknown"])
        #expect(stopped.output.contains("reading the metadata log of the cluster"), "\(stopped.output)")
        await nodes.removeFaults()
        let finished = try await migrate(project)
        #expect(finished.exitCode == 0, "\(finished.output)\(finished.errors)")
        #expect(try await count("statement-intended", in: project) == 2)
        #expect(try await Tables.exist("t", in: project))
    }

    /// On 6.0 a node can show what was dropped for good: it is taken for nothing, behind every statement and where nobody
    /// has answered.
    func leftRows() async throws {
        let script = Self.table + "DROP TABLE t;\nCREATE TABLE t (id int PRIMARY KEY, w int);\nDROP TABLE t;\n"
        let again = script + "CREATE TABLE t (id int PRIMARY KEY, x int);\n"
        let project = try await project("left_rows", again, fault: "leave-rows when verb 'DROP TABLE'")
        try await nodes.add(fault: "lose-reply when text 'x int' times 1")
        let finished = try await migrate(project)
        #expect(finished.exitCode == 0, "\(finished.output)\(finished.errors)")
        #expect(try await count("statement-intended", in: project) == 5)
        let snapshot = try await project.expect(0, "snapshot").output
        #expect(snapshot.contains("x int"), "\(snapshot)")
        for column in ["v text", "w int"] { #expect(!snapshot.contains(column), "\(snapshot)") }
    }

    /// A table that is made again as it was, and of which a node shows the rows that it has failed to remove: whether the
    /// statement that was lost had an effect is not read from these.
    func leftTwin() async throws {
        let project = try await project(
            "left_twin", Self.table + "DROP TABLE t;\n" + Self.table, fault: "leave-rows when verb 'DROP TABLE'")
        // Three times it is lost; then the run ends with what it knows.
        try await nodes.add(fault: "drop when text 'TABLE t (' after 1 times 3")
        let stopped = try await migrate(project)
        #expect(stopped.exitCode == 5, "\(stopped.output)\(stopped.errors)")
        let finished = try await migrate(project)
        #expect(finished.exitCode == 0, "\(finished.output)\(finished.errors)")
        #expect(try await count("statement-intended", in: project) == 6)
        #expect(try await project.expect(0, "snapshot").output.contains("CREATE TABLE"))
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

    /// An index is there, and no node says that it has built it: that is told, and is no failure.
    func unbuiltIndex() async throws {
        let project = try await project(
            "index", "CREATE TABLE t (id int PRIMARY KEY, v int);\nCREATE INDEX i ON t (v);\n",
            fault: "error server-error when text 'IndexInfo'")
        let finished = try await migrate(project)
        #expect(finished.exitCode == 0, "\(finished.output)\(finished.errors)")
        let warnings = try finished.document()["warnings"] as? [[String: Any]] ?? []
        let texts = warnings.compactMap { $0["message"] as? String }
        #expect(texts.contains { $0.contains("index i is not known to be built on") }, "\(texts)")
        for node in nodes.addresses { #expect(texts.contains { $0.contains(node) }, "\(texts)") }
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
