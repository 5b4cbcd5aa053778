import CQLClient
import CQLSyntax
import LogStories
import MigrationLog
import MigrationScripts
import Testing

@testable import MigrationEngine

@Suite struct MigrationPlannerTests {
    private func plan(
        _ scripts: ScriptSet, _ story: LogStory = LogStory(), target: String? = nil
    ) throws -> KeyspacePlan {
        try MigrationPlanner(scripts: scripts, history: story.keyspace, keyspace: "app")
            .plan(target: try target.map { try MigrationVersion($0) })
    }

    private func brief(_ plan: KeyspacePlan) -> [String] { plan.scripts.map { "\($0.version) \($0.reason)" } }

    private func kinds(_ plan: KeyspacePlan) -> [String] {
        plan.findings.map { "\($0.version ?? "") \($0.kind.rawValue)" }
    }

    // MARK: What is pending

    @Test("everything is pending at first, by version and not by name")
    func first() throws {
        let scripts = try ScriptSet.folder([
            "V10__j.cql": "CREATE TABLE j (a int PRIMARY KEY);", "V2__b.cql": "CREATE TABLE b (a int PRIMARY KEY);",
            "sub/V1.5__a.cql": "CREATE TABLE a (a int PRIMARY KEY); CREATE INDEX ON a (a);",
        ])
        let plan = try plan(scripts)
        #expect(brief(plan) == ["1.5 pending", "2 pending", "10 pending"])
        #expect(plan.skipped == 0)
        #expect(plan.findings == [])
        #expect(plan.keyspace == "app")
        let planned = plan.scripts[0]
        #expect(planned.path == "sub/V1.5__a.cql")
        #expect(planned.direction == .up && planned.type == "versioned")
        #expect(planned.start == 1)
        #expect(
            planned.remaining.map(\.statement.text) == ["CREATE TABLE a (a int PRIMARY KEY)", "CREATE INDEX ON a (a)"])
        #expect(planned.checksum == (try scripts.script("1.5").checksum))
    }

    @Test("what is applied, in whichever way, is passed over")
    func applied() throws {
        let scripts = try ScriptSet.tables(1, 2, 3, 4, 5)
        let story = try LogStory.telling { story in
            try story.apply("1", in: scripts)
            story.add(.baselined, "2", checksum: try scripts.script("2").checksum.hex)
            story.add(.imported, "3", checksum: try scripts.script("3").checksum.hex)
            story.add(.scriptSkipped, "4", checksum: try scripts.script("4").checksum.hex)
        }
        let plan = try plan(scripts, story)
        #expect(brief(plan) == ["5 pending"])
        #expect(plan.skipped == 4)
        #expect(plan.findings == [])
    }

    @Test("with everything applied there is nothing to do")
    func nothing() throws {
        let scripts = try ScriptSet.tables(1)
        #expect(try plan(scripts, try .telling { try $0.apply("1", in: scripts) }).scripts.isEmpty)
        #expect(try plan(try .folder([:])).scripts.isEmpty)
    }

    @Test("up to a target, which is included; one that is applied leaves nothing to do")
    func target() throws {
        let scripts = try ScriptSet.tables(1, 2, 3)
        #expect(brief(try plan(scripts, target: "2")) == ["1 pending", "2 pending"])
        #expect(brief(try plan(scripts, target: "2.0.0")) == ["1 pending", "2 pending"])
        let story = try LogStory.telling { try $0.apply("1", in: scripts) }
        #expect(brief(try plan(scripts, story, target: "1")) == [])
        #expect(brief(try plan(scripts, story, target: "9")) == ["2 pending", "3 pending"])
    }

    @Test("what was rolled back runs again, from its first statement")
    func rolledBack() throws {
        let scripts = try ScriptSet.tables(1, 2)
        let story = try LogStory.telling { story in
            try story.apply("1", in: scripts)
            try story.apply("2", in: scripts)
            story.undo("2")
            story.undo("1")
        }
        let plan = try plan(scripts, story)
        #expect(brief(plan) == ["1 rolled back", "2 rolled back"])
        #expect(plan.scripts.allSatisfy { $0.start == 1 && $0.remaining.count == 1 })
        #expect(plan.findings == [])
    }

    // MARK: What stopped half way

    private let broken = """
        CREATE TABLE a (k int PRIMARY KEY);
        CREATE TABLE b (k intt PRIMARY KEY);
        CREATE TABLE c (k int PRIMARY KEY);
        """
    private let corrected = """
        CREATE TABLE a (k int PRIMARY KEY); -- as it was
        CREATE TABLE b (k int PRIMARY KEY);
        CREATE TABLE c (k int PRIMARY KEY);
        """

    /// A story in which version 4 stopped at its second statement.
    private func stopped() throws -> LogStory {
        let scripts = try ScriptSet.folder(["V4__s.cql": broken])
        return try .telling { story in
            try story.begin("4", in: scripts)
            try story.run("4", in: scripts, .applied, .rejected)
            story.add(.scriptFailed, "4") { $0.errorText = "Unknown type app.intt" }
        }
    }

    @Test("a corrected script goes on at the statement that failed, and the plan says what had failed")
    func resume() throws {
        let plan = try plan(try .folder(["V4__s.cql": corrected]), try stopped())
        #expect(brief(plan) == ["4 resume at statement 2"])
        #expect(plan.scripts[0].start == 2)
        #expect(plan.scripts[0].remaining.map(\.number) == [2, 3])
        #expect(
            plan.findings == [
                Finding(
                    .failed, script: "V4__s.cql", version: "4",
                    "V4__s.cql stopped at statement 2 of 3: Unknown type app.intt",
                    hint: "correct it and run `cqlmig migrate`: it goes on there", statement: 2)
            ])
    }

    @Test("a reason that begins with the place is not given the place twice")
    func resumeReason() throws {
        var story = try stopped()
        story.add(.scriptFailed, "4") { $0.errorText = "V4__s.cql stopped at statement 2 of 3: Unknown type" }
        let plan = try plan(try .folder(["V4__s.cql": corrected]), story)
        #expect(plan.findings.map(\.message) == ["V4__s.cql stopped at statement 2 of 3: Unknown type"])
    }

    @Test("statements that ran must be in the file as they were; comments and white space do not count")
    func halfAppliedChanged() throws {
        let edited = corrected.split(separator: "\n").joined(separator: "\n")
            .replacing("TABLE a ", with: "TABLE aa ")
        let plan = try plan(try .folder(["V4__s.cql": edited]), try stopped())
        #expect(kinds(plan) == ["4 half-applied-changed", "4 failed"])
        #expect(plan.findings[0].statement == 1)
        #expect(plan.findings[0].message == "statement 1 of V4__s.cql has run and was edited since")
        #expect(
            plan.findings[0].hint
                == "restore it, or say what holds: cqlmig repair --script V4__s.cql --statement 1 --applied (or --retry)"
        )
    }

    @Test("a file that lost a statement which ran is edited as well, until the operator says what holds")
    func lostStatement() throws {
        let shorter = try ScriptSet.folder(["V4__s.cql": "CREATE TABLE x (k int PRIMARY KEY);"])
        var story = try stopped()
        story.repair("4", 1, .applied)
        story.end("4", 2, .applied)
        #expect(kinds(try plan(shorter, story)).first == "4 half-applied-changed")
        for outcome in [Outcome.applied, .notSent] {
            var answered = story
            answered.add(.repaired, "4") { entry in
                entry.statement = 1
                entry.statementHash = try? ScriptStatement.list(try shorter.script("4").parsed().up)[0].hash.hex
                entry.outcome = .applied
            }
            answered.repair("4", 2, outcome)
            #expect(kinds(try plan(shorter, answered)) == ["4 failed"])
            #expect(try plan(shorter, answered).scripts.first?.remaining.isEmpty == true)
        }
    }

    @Test("an outcome that nobody knows is a finding of its own, with the command that answers it")
    func unknown() throws {
        let scripts = try ScriptSet.folder(["V4__s.cql": corrected])
        let story = try LogStory.telling { story in
            try story.begin("4", in: scripts)
            try story.run("4", in: scripts, .applied, .unknown)
            story.add(.scriptFailed, "4")
        }
        let plan = try plan(scripts, story)
        #expect(
            plan.findings == [
                Finding(
                    .unknown, script: "V4__s.cql", version: "4",
                    "nobody knows whether statement 2 of V4__s.cql took effect",
                    hint: "look at the schema, then say what holds: cqlmig repair --script V4__s.cql --statement 2 "
                        + "--applied, or cqlmig repair --script V4__s.cql --statement 2 --retry", statement: 2)
            ])
    }

    @Test("a script whose statements have all run is only ended")
    func onlyEnded() throws {
        let scripts = try ScriptSet.folder(["V4__s.cql": corrected])
        let story = try LogStory.telling { story in
            try story.begin("4", in: scripts)
            try story.run("4", in: scripts, .applied, .acknowledged, .applied)
        }
        let plan = try plan(scripts, story)
        #expect(plan.scripts.map(\.start) == [4])
        #expect(plan.scripts[0].remaining.isEmpty)
    }

    @Test("an operator who has an earlier statement run again does not have the later ones run again")
    func retryEarlier() throws {
        let scripts = try ScriptSet.folder([
            "V4__s.cql":
                "INSERT INTO c (k) VALUES (1); USE other; UPDATE c SET n = n + 1 WHERE k = 1; INSERT INTO d (k) VALUES (1)"
        ])
        let story = try LogStory.telling { story in
            try story.begin("4", in: scripts)
            try story.run("4", in: scripts, .acknowledged, .acknowledged, .acknowledged, .rejected)
            story.add(.scriptFailed, "4")
            story.repair("4", 1, .notSent)
        }
        let planned = try #require(try plan(scripts, story).scripts.first)
        #expect(planned.start == 1)
        // The USE holds for the connection of the statements behind it.
        #expect(planned.remaining.map(\.number) == [1, 2, 4])
        #expect(planned.alreadyDone == [3])
    }

    @Test("a rollback that stopped is no migration's business, but stands in its way")
    func halfRolledBack() throws {
        let scripts = try ScriptSet.tables(1, 2)
        let story = try LogStory.telling { story in
            try story.apply("1", in: scripts)
            story.add(.scriptStarted, "1", type: "undo")
            try story.runUndo("1", in: scripts, .rejected)
            story.add(.scriptFailed, "1", type: "undo")
        }
        let plan = try plan(scripts, story)
        #expect(brief(plan) == ["2 pending"])
        #expect(kinds(plan) == ["1 half-rolled-back"])
        #expect(plan.findings[0].hint == "finish it with `cqlmig rollback`")
    }

    // MARK: What does not fit

    @Test("an applied script that was edited, one without a file and one that came late are three findings")
    func threeFindings() throws {
        let before = try ScriptSet.tables(1, 2, 4)
        let story = try LogStory.telling { story in
            for version in ["1", "2", "4"] { try story.apply(version, in: before) }
        }
        let scripts = try ScriptSet.folder([
            "V1__s.cql": "CREATE TABLE t1 (a bigint PRIMARY KEY);", "V3__s.cql": "CREATE TABLE t3 (a int PRIMARY KEY);",
            "V4__s.cql": "CREATE TABLE t4 (a int PRIMARY KEY);\n-- @down\nDROP TABLE IF EXISTS t4;\n",
        ])
        let plan = try plan(scripts, story)
        #expect(
            plan.findings == [
                Finding(
                    .changed, script: "V1__s.cql", version: "1", "V1__s.cql was edited after it was applied",
                    hint: "undo the edit and put the change into a new script, or go on with --allow changed"),
                Finding(
                    .outOfOrder, script: "V3__s.cql", version: "3", "version 3 is not applied, but the newer 4 is",
                    hint: "give it a newer version, or run it with --allow out-of-order"),
                Finding(
                    .missing, script: "V2__s.cql", version: "2", "V2__s.cql is applied, but there is no such file",
                    hint: "bring the file back, or go on with --allow missing"),
            ])
        #expect(brief(plan) == ["3 pending"])
        #expect(plan.skipped == 2)
    }

    @Test("comments, white space and line ends are no edit, nor is a checksum of another rule")
    func noEdit() throws {
        let before = try ScriptSet.tables(1, 2)
        var story = try LogStory.telling { try $0.apply("1", in: before) }
        story.add(.scriptStarted, "2", checksum: "0123") { $0.checksumAlgorithm = "md5" }
        story.add(.scriptApplied, "2", checksum: "0123") { $0.checksumAlgorithm = "md5" }
        let scripts = try ScriptSet.folder([
            "V1__s.cql": "\u{feff}/* new */ CREATE  TABLE t1\r\n(a int PRIMARY KEY);\r\n",
            "V2__s.cql": "CREATE TABLE other (a int PRIMARY KEY);",
        ])
        #expect(try plan(scripts, story).findings == [])
    }

    @Test("a file that was renamed is the same version under another name")
    func renamed() throws {
        let before = try ScriptSet.tables(1)
        let story = try LogStory.telling { try $0.apply("1", in: before) }
        let scripts = try ScriptSet.folder([
            "old/V001__tables.cql": "CREATE TABLE t1 (a int PRIMARY KEY);"
        ])
        let plan = try plan(scripts, story)
        #expect(plan.scripts.isEmpty)
        #expect(
            plan.findings == [
                Finding(
                    .renamed, script: "old/V001__tables.cql", version: "1",
                    "version 1 was applied as V1__s.cql and is old/V001__tables.cql now")
            ])
    }

    @Test("a half-applied script without a file is missing; an open statement of it is not let pass with that")
    func missingHalfDone() throws {
        let before = try ScriptSet.tables(1, 2)
        let story = try LogStory.telling { story in
            try story.begin("1", in: before)
            try story.run("1", in: before, .rejected)
            story.add(.scriptFailed, "1")
            try story.begin("2", in: before)
            try story.run("2", in: before, .unknown)
            story.add(.scriptFailed, "2")
        }
        let plan = try plan(try .folder([:]), story)
        #expect(kinds(plan) == ["1 missing", "2 missing", "2 unknown"])
        #expect(plan.findings[0].message == "V1__s.cql is half applied, but there is no such file")
    }

    @Test("what was skipped or rolled back needs no file")
    func notMissing() throws {
        let before = try ScriptSet.tables(1)
        let story = try LogStory.telling { story in
            try story.apply("1", in: before)
            story.undo("1")
            story.add(.scriptSkipped, "2")
        }
        #expect(try plan(try .folder([:]), story).findings == [])
    }

    @Test("a half-applied script does not make what it came before late")
    func halfAppliedIsNotNewest() throws {
        let scripts = try ScriptSet.tables(1, 2)
        let story = try LogStory.telling { story in
            try story.begin("2", in: scripts)
            try story.run("2", in: scripts, .rejected)
            story.add(.scriptFailed, "2")
        }
        let plan = try plan(scripts, story)
        #expect(brief(plan) == ["1 pending", "2 resume at statement 1"])
        #expect(kinds(plan) == ["2 failed"])
    }
}
