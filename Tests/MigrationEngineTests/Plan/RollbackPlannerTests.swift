import CQLClient
import CQLSyntax
import LogStories
import MigrationLog
import MigrationScripts
import Testing

@testable import MigrationEngine

@Suite struct RollbackPlannerTests {
    private func plan(
        _ scripts: ScriptSet, _ story: LogStory, _ selection: RollbackOptions.Selection = .steps(1),
        allowed: Set<Allowance> = []
    ) throws(MigrationError) -> KeyspacePlan {
        try RollbackPlanner(scripts: scripts, history: story.keyspace, keyspace: "app", allowed: allowed)
            .plan(selection)
    }

    private func refusal(
        _ scripts: ScriptSet, _ story: LogStory, _ selection: RollbackOptions.Selection = .steps(1),
        allowed: Set<Allowance> = []
    ) -> MigrationError? {
        do throws(MigrationError) {
            _ = try plan(scripts, story, selection, allowed: allowed)
            return nil
        } catch {
            return error
        }
    }

    private func versions(_ plan: KeyspacePlan) -> [String] { plan.scripts.map(\.version) }

    private func version(_ text: String) throws -> MigrationVersion { try MigrationVersion(text) }

    /// Versions that are applied in this order.
    private func applied(_ versions: String..., in scripts: ScriptSet) throws -> LogStory {
        try .telling { story in for version in versions { try story.apply(version, in: scripts) } }
    }

    // MARK: What is chosen

    @Test("the last one that was applied is undone first, whatever its number")
    func lastApplied() throws {
        let scripts = try ScriptSet.tables(1, 2, 3)
        let story = try applied("1", "3", "2", in: scripts)
        #expect(versions(try plan(scripts, story)) == ["2"])
        #expect(versions(try plan(scripts, story, .steps(3))) == ["2", "3", "1"])
    }

    @Test("rolled back twice, two versions are undone, and then there is nothing left")
    func twice() throws {
        let scripts = try ScriptSet.tables(1, 2)
        var story = try applied("1", "2", in: scripts)
        #expect(versions(try plan(scripts, story)) == ["2"])
        story.undo("2")
        #expect(versions(try plan(scripts, story)) == ["1"])
        story.undo("1")
        #expect(versions(try plan(scripts, story)) == [])
        try story.apply("1", in: scripts)
        #expect(versions(try plan(scripts, story)) == ["1"])
    }

    @Test("down to a version, which stays, whether it is applied or not")
    func downTo() throws {
        let scripts = try ScriptSet.tables(1, 2, 3, 10)
        let story = try applied("1", "10", "3", in: scripts)
        #expect(versions(try plan(scripts, story, .to(try version("1")))) == ["3", "10"])
        #expect(versions(try plan(scripts, story, .to(try version("2")))) == ["3", "10"])
        #expect(versions(try plan(scripts, story, .to(try version("3.0")))) == ["10"])
        #expect(versions(try plan(scripts, story, .to(try version("10")))) == [])
    }

    @Test("a version that nobody knows is an error; one that only the log knows is not")
    func unknownVersion() throws {
        let scripts = try ScriptSet.tables(1)
        var story = try applied("1", in: scripts)
        #expect(refusal(scripts, story, .to(try version("7")))?.code == .unknownVersion)
        story.apply("7", checksum: "c")
        #expect(refusal(scripts, story, .to(try version("7"))) == nil)
    }

    @Test("more steps than there are versions undo none")
    func tooManySteps() throws {
        let scripts = try ScriptSet.tables(1, 2)
        let refusal = refusal(scripts, try applied("1", "2", in: scripts), .steps(3))
        #expect(refusal?.code == .cannotRollBack)
        #expect(refusal?.message == "only 2 versions are applied, not 3")
        #expect(refusal?.hint == "nothing was undone; give --steps 2 or fewer")
    }

    @Test("no steps, or steps forward, are a slip of the finger", arguments: [0, -1, .min])
    func noSteps(count: Int) throws {
        let scripts = try ScriptSet.tables(1)
        #expect(refusal(scripts, try applied("1", in: scripts), .steps(count))?.code == .usage)
        #expect(refusal(scripts, LogStory(), .steps(count))?.code == .usage)
    }

    // MARK: What an undo is

    @Test("the part behind the marker, or the undo script of that version")
    func undo() throws {
        let scripts = try ScriptSet.folder([
            "V1__s.cql": "CREATE TABLE a (k int PRIMARY KEY);\n-- @down\nDROP TABLE a; DROP TABLE aa;",
            "V2__s.cql": "CREATE TABLE b (k int PRIMARY KEY);", "sub/U2__s.cql": "DROP TABLE b;",
        ])
        let plan = try plan(scripts, try applied("1", "2", in: scripts), .steps(2))
        #expect(plan.scripts.map(\.path) == ["sub/U2__s.cql", "V1__s.cql"])
        #expect(
            plan.scripts.map { $0.remaining.map(\.statement.text) } == [
                ["DROP TABLE b"], ["DROP TABLE a", "DROP TABLE aa"],
            ])
        #expect(
            plan.scripts.map(\.checksum) == [
                scripts.undos[try version("2")]?.checksum, try scripts.script("1").undoChecksum,
            ])
        #expect(plan.scripts.allSatisfy { $0.direction == .undo && $0.type == "undo" && $0.reason == .rollback })
        #expect(plan.scripts.map(\.script.path) == ["V2__s.cql", "V1__s.cql"])
        #expect(plan.findings == [] && plan.skipped == 0)
    }

    @Test("an empty part behind the marker says that there is nothing to take back")
    func emptyUndo() throws {
        let scripts = try ScriptSet.folder(["V1__s.cql": "INSERT INTO a (k) VALUES (1);\n-- @down\n"])
        let plan = try plan(scripts, try applied("1", in: scripts))
        #expect(plan.scripts.map(\.remaining.count) == [0])
    }

    // MARK: Obstacles

    @Test("when one of the versions cannot be undone, none is, and all that stands in the way is told")
    func obstacles() throws {
        let scripts = try ScriptSet.folder([
            "V1__s.cql": "CREATE TABLE a (k int PRIMARY KEY);\n-- @down\nDROP TABLE a;",
            "V2__s.cql": "CREATE TABLE b (k int PRIMARY KEY);",
            "V3__s.cql": "CREATE TABLE c (k int PRIMARY KEY);\n-- @down\nDROP TABLE c;",
            "V5__s.cql": "CREATE TABLE e (k int PRIMARY KEY);\n-- @down\nDROP TABLE e;",
        ])
        let story = try LogStory.telling { story in
            try story.apply("1", in: scripts)
            try story.apply("2", in: scripts)
            story.add(.baselined, "3")
            story.apply("4", checksum: "c")
            story.apply("5", checksum: "another")
        }
        let refusal = refusal(scripts, story, .steps(5))
        #expect(refusal?.code == .cannotRollBack)
        #expect(
            refusal?.message
                == "V5__s.cql was edited after it was applied, so its undo may not fit (--allow changed goes on); "
                + "version 4 (V4__s.cql) has no file; version 3 was baselined: it was never run here; "
                + "version 2 (V2__s.cql) has no undo")
        #expect(
            refusal?.hint
                == "nothing was undone; write the undo (`-- @down` or a U file), or choose fewer steps")
        #expect(refusal?.notes == ["keyspace app"])
    }

    @Test("a script that says why it cannot be taken back is quoted")
    func irreversible() throws {
        let scripts = try ScriptSet.folder([
            "V1__s.cql": "-- @irreversible the rows are gone\nCREATE TABLE a (k int PRIMARY KEY);"
        ])
        let story = try LogStory.telling { try $0.apply("1", in: scripts) }
        #expect(
            refusal(scripts, story)?.message
                == "version 1 (V1__s.cql) has no undo, and says why: the rows are gone")
    }

    @Test("an undo of an edited script can be let pass")
    func allowedChange() throws {
        let scripts = try ScriptSet.tables(1)
        var story = LogStory()
        story.apply("1", checksum: "another")
        #expect(refusal(scripts, story)?.code == .cannotRollBack)
        #expect(versions(try plan(scripts, story, allowed: [.changed])) == ["1"])
    }

    @Test("an undo that was written after the version was applied is no edit of it")
    func laterUndo() throws {
        let before = try ScriptSet.folder(["V1__s.cql": "CREATE TABLE a (k int PRIMARY KEY);"])
        let after = try ScriptSet.folder([
            "V1__s.cql": "CREATE TABLE a (k int PRIMARY KEY);\n-- @down\nDROP TABLE a;"
        ])
        #expect(versions(try plan(after, try applied("1", in: before))) == ["1"])
    }

    // MARK: Half way

    @Test("while nobody knows what became of a statement nothing is rolled back")
    func openStatement() throws {
        let scripts = try ScriptSet.tables(1, 2)
        var story = try applied("1", in: scripts)
        try story.begin("2", in: scripts)
        try story.run("2", in: scripts, .unknown)
        let refusal = refusal(scripts, story)
        #expect(refusal?.code == .outcomeUnknown)
        #expect(refusal?.outcome == .unknown)
        #expect(refusal?.message == "nobody knows whether statement 1 of V2__s.cql took effect")
        #expect(refusal?.hint?.contains("cqlmig repair --script V2__s.cql --statement 1 --applied") == true)
    }

    @Test("a half-applied version is undone before those that are applied")
    func halfApplied() throws {
        let scripts = try ScriptSet.folder([
            "V1__s.cql": "CREATE TABLE a (k int PRIMARY KEY);\n-- @down\nDROP TABLE a;",
            "V2__s.cql":
                "CREATE TABLE b (k int PRIMARY KEY); CREATE INDEX ON c (k);\n-- @down\nDROP TABLE IF EXISTS b;",
        ])
        var story = try applied("1", in: scripts)
        try story.begin("2", in: scripts)
        try story.run("2", in: scripts, .applied, .rejected)
        story.add(.scriptFailed, "2")
        let plan = try plan(scripts, story, .steps(2))
        #expect(versions(plan) == ["2", "1"])
        #expect(plan.scripts.map(\.remaining.count) == [1, 1])
        #expect(plan.scripts[0].reason == .rollback)
    }

    @Test("of a version that stopped before anything took effect there is nothing to take back")
    func nothingTookEffect() throws {
        let scripts = try ScriptSet.tables(1)
        var story = LogStory()
        try story.begin("1", in: scripts)
        try story.run("1", in: scripts, .rejected)
        story.add(.scriptFailed, "1")
        let plan = try plan(scripts, story)
        #expect(versions(plan) == ["1"])
        #expect(plan.scripts[0].remaining.isEmpty)
    }

    /// A folder whose undo has three statements, and a story in which the second failed.
    private func halfUndone(_ undo: String) throws -> (scripts: ScriptSet, story: LogStory) {
        let before = try ScriptSet.folder([
            "V1__s.cql": "CREATE TABLE a (k int PRIMARY KEY);\n-- @down\nDROP TABLE a; DROP TABLE b; DROP TABLE c;"
        ])
        var story = try applied("1", in: before)
        story.add(.scriptStarted, "1", type: "undo")
        try story.runUndo("1", in: before, .applied, .rejected)
        story.add(.scriptFailed, "1", type: "undo")
        return (
            try .folder(["V1__s.cql": "CREATE TABLE a (k int PRIMARY KEY);\n-- @down\n\(undo)"]), story
        )
    }

    @Test("an undo that stopped goes on where it stopped")
    func resume() throws {
        let (scripts, story) = try halfUndone("DROP TABLE a; DROP TABLE IF EXISTS b; DROP TABLE c;")
        let plan = try plan(scripts, story)
        #expect(plan.scripts.map(\.reason) == [.resume(2)])
        #expect(plan.scripts[0].remaining.map(\.statement.text) == ["DROP TABLE IF EXISTS b", "DROP TABLE c"])
    }

    @Test("an undo whose executed statements were edited is not gone on with")
    func editedUndo() throws {
        let (scripts, story) = try halfUndone("DROP TABLE aa; DROP TABLE b; DROP TABLE c;")
        #expect(
            refusal(scripts, story)?.message
                == "statement 1 of the undo of V1__s.cql has run and was edited since")
    }

    @Test("an undo of which an earlier statement is to run again does not repeat the later ones")
    func retryEarlier() throws {
        var (scripts, story) = try halfUndone("DROP TABLE a; DROP TABLE b; DROP TABLE c;")
        story.repair("1", 2, .applied, type: "undo")
        story.repair("1", 1, .notSent, type: "undo")
        let hashes = try ScriptStatement.list(
            try #require(scripts.undo(of: try scripts.script("1"))).statements())
        // The answers carry the hashes of the file, as `repair` writes them.
        story = try .telling { other in
            for entry in story.entries {
                other.add(entry.kind) { copy in
                    let (seq, id, at) = (copy.seq, copy.id, copy.at)
                    copy = entry
                    (copy.seq, copy.id, copy.at) = (seq, id, at)
                    if entry.kind == .repaired, let number = entry.statement {
                        copy.statementHash = hashes[number - 1].hash.hex
                    }
                }
            }
        }
        let plan = try plan(scripts, story)
        #expect(plan.scripts.map(\.start) == [1])
        #expect(plan.scripts[0].remaining.map(\.number) == [1, 3])
    }
}
