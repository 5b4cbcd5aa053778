import CQLClient
import CQLSyntax
import FoundationEssentials
import LogStories
import MigrationLog
import MigrationScripts
import Testing

@testable import MigrationEngine

@Suite struct StatementRepairTests {
    private let text = """
        CREATE TABLE a (k int PRIMARY KEY);
        CREATE TABLE b (k int PRIMARY KEY);
        CREATE TABLE c (k int PRIMARY KEY);
        -- @down
        DROP TABLE c;
        """

    private func scripts() throws -> ScriptSet { try .folder(["sub/V4__s.cql": text, "V5__t.cql": text]) }

    /// Version 4, of which nobody knows whether its second statement took effect.
    private func story() throws -> LogStory {
        let scripts = try scripts()
        return try .telling { story in
            story.add(.scriptStarted, "4") { $0.script = "sub/V4__s.cql" }
            try story.run("4", in: scripts, .applied, .unknown)
            story.add(.scriptFailed, "4") { $0.script = "sub/V4__s.cql" }
        }
    }

    private func question(
        _ name: String, _ statement: Int? = nil, _ story: LogStory? = nil, scripts: ScriptSet? = nil
    ) throws -> StatementRepair.Question {
        try StatementRepair(
            scripts: try scripts ?? self.scripts(), history: try (story ?? self.story()).keyspace, keyspace: "app"
        ).question(script: name, statement: statement)
    }

    private func refusal(_ name: String, _ statement: Int? = nil, _ story: LogStory? = nil) -> MigrationError? {
        #expect(throws: MigrationError.self) { try question(name, statement, story) }
    }

    @Test(
        "a script is named by its path, also with the folder in front, or by its version",
        arguments: [
            "sub/V4__s.cql", "migrations/sub/V4__s.cql", "/app/migrations/sub/V4__s.cql", "4", "4.0", "04",
        ])
    func names(name: String) throws {
        let question = try question(name)
        #expect(question.number == 2)
        #expect(question.count == 3)
        #expect(question.hash == (try ScriptStatement.list(try scripts().script("4").parsed().up)[1].hash.hex))
    }

    @Test("a file that was renamed since is found under both names")
    func renamed() throws {
        let scripts = try ScriptSet.folder(["V4__renamed.cql": text])
        #expect(try question("V4__renamed.cql", scripts: scripts).number == 2)
        #expect(try question("sub/V4__s.cql", scripts: scripts).number == 2)
    }

    @Test("a script that did not stop is not in question", arguments: ["5", "V5__t.cql", "V4__s.cql", "nonsense", ""])
    func unknownScript(name: String) {
        let refusal = refusal(name)
        #expect(refusal?.code == .unknownScript)
        #expect(refusal?.message == "no script \(name) stopped in the middle in keyspace app")
        #expect(refusal?.hint == "in question: sub/V4__s.cql")
    }

    @Test("with nothing stopped there is nothing to repair")
    func nothing() {
        #expect(refusal("4", nil, LogStory())?.hint == "there is nothing to repair")
    }

    @Test("a statement that ran may be answered as well as the one in question", arguments: [1, 2])
    func statements(number: Int) throws {
        #expect(try question("4", number).number == number)
    }

    @Test("other statements are not in question", arguments: [-1, 0, 3, 4, .max, .min])
    func wrongStatement(number: Int) {
        let refusal = refusal("4", number)
        #expect(refusal?.code == .unknownStatement)
        #expect(refusal?.hint == "it stopped at statement 2: see `cqlmig repair --list`")
    }

    @Test("where the outcome is known the statement at which it stopped is in question")
    func known() throws {
        let scripts = try scripts()
        let story = try LogStory.telling { story in
            try story.begin("4", in: scripts)
            try story.run("4", in: scripts, .applied, .applied, .rejected)
            story.add(.scriptFailed, "4")
        }
        #expect(try question("4", nil, story).number == 3)
    }

    @Test("a script of which every statement ran has no statement left to answer")
    func nothingLeft() throws {
        let scripts = try scripts()
        let story = try LogStory.telling { story in
            try story.begin("4", in: scripts)
            try story.run("4", in: scripts, .applied, .applied, .applied)
        }
        #expect(throws: MigrationError.self) { try question("4", nil, story) }
        #expect(try question("4", 3, story).number == 3)
    }

    @Test("of an undo the statements are those of the undo")
    func undo() throws {
        let scripts = try scripts()
        let story = try LogStory.telling { story in
            try story.apply("4", in: scripts)
            story.add(.scriptStarted, "4", type: "undo")
            try story.runUndo("4", in: scripts, .unknown)
            story.add(.scriptFailed, "4", type: "undo")
        }
        let question = try question("4", nil, story)
        #expect(question.count == 1)
        #expect(question.answered(.applied, reason: nil, Self.row, "app").type == "undo")
    }

    @Test("a statement of a script that has no file any more is known by the log's hash")
    func missingFile() throws {
        let story = try story()
        let question = try question("4", 2, story, scripts: try .folder([:]))
        #expect(question.hash == story.keyspace.scripts[.version("4")]?.statements[2]?.hash)
    }

    private static let row = LogEntry(id: UUID(), at: .distantPast, kind: .repaired)

    @Test("the answer is a row about that statement", arguments: [RepairAnswer.applied, .retry])
    func answered(answer: RepairAnswer) throws {
        let row = try question("4").answered(answer, reason: "I looked", Self.row, "app")
        #expect(row.id == Self.row.id && row.kind == .repaired)
        #expect(row.target == "app")
        #expect(row.script == "sub/V4__s.cql" && row.version == "4" && row.type == "versioned")
        #expect(row.statement == 2 && row.statements == 3)
        #expect(row.statementHash == (try question("4").hash))
        #expect(row.outcome == (answer == .applied ? .applied : .notSent))
        #expect(row.reason == "I looked")
    }

    @Test(
        "after the answer the script goes on behind the statement, or at it", arguments: [RepairAnswer.applied, .retry])
    func afterwards(answer: RepairAnswer) throws {
        var story = try story()
        let row = try question("4", nil, story).answered(answer, reason: nil, Self.row, "app")
        story.add(row.kind) { entry in
            let seq = entry.seq
            entry = row
            entry.seq = seq
        }
        let plan = try MigrationPlanner(scripts: try scripts(), history: story.keyspace, keyspace: "app").plan()
        #expect(plan.scripts.first?.start == (answer == .applied ? 3 : 2))
        #expect(plan.findings.map(\.kind) == [.failed])
    }
}
