import CQLClient
import CQLSyntax
import FoundationEssentials
import LogStories
import MigrationLog
import MigrationScripts
import Testing

@testable import MigrationEngine

@Suite struct StatusPlannerTests {
    private func statuses(
        _ scripts: ScriptSet, _ story: LogStory, isRunning: Bool = false
    ) throws -> [ScriptStatus] {
        try StatusPlanner(scripts: scripts, history: story.keyspace, keyspace: "app", isRunning: isRunning).statuses()
    }

    private func states(_ scripts: ScriptSet, _ story: LogStory, isRunning: Bool = false) throws -> [String] {
        try statuses(scripts, story, isRunning: isRunning).map { "\($0.version ?? "") \($0.state.rawValue)" }
    }

    @Test("each script with where it stands, by version, those without a file among them")
    func all() throws {
        let before = try ScriptSet.tables(1, 2, 3, 4, 6, 7, 8)
        let story = try LogStory.telling { story in
            for version in ["1", "2", "3"] { try story.apply(version, in: before) }
            story.add(.baselined, "4", checksum: try before.script("4").checksum.hex)
            story.add(.scriptSkipped, "6")
            try story.apply("7", in: before)
            story.undo("7")
            try story.apply("8", in: before)
        }
        let scripts = try ScriptSet.folder([
            "V1__s.cql": "CREATE TABLE t1 (a int PRIMARY KEY);",
            "V2__s.cql": "CREATE TABLE edited (a int PRIMARY KEY);",
            "V4__s.cql": "CREATE TABLE t4 (a int PRIMARY KEY);", "V5__s.cql": "CREATE TABLE t5 (a int PRIMARY KEY);",
            "V6__s.cql": "CREATE TABLE t6 (a int PRIMARY KEY);", "V7__s.cql": "CREATE TABLE t7 (a int PRIMARY KEY);",
            "V8__s.cql": "CREATE TABLE t8 (a int PRIMARY KEY);", "V9__s.cql": "CREATE TABLE t9 (a int PRIMARY KEY);",
        ])
        #expect(
            try states(scripts, story) == [
                "1 applied", "2 changed", "3 missing", "4 baselined", "5 out-of-order", "6 skipped", "7 rolled-back",
                "8 applied", "9 pending",
            ])
    }

    @Test("a script that stopped has failed; one of which a statement is open, or whose run died, was interrupted")
    func stopped() throws {
        let scripts = try ScriptSet.tables(1, 2, 3)
        let story = try LogStory.telling { story in
            try story.begin("1", in: scripts)
            try story.run("1", in: scripts, .rejected)
            story.add(.scriptFailed, "1") { $0.errorCode = "statement-failed" }
            try story.begin("2", in: scripts)
            try story.run("2", in: scripts, .unknown)
            story.add(.scriptFailed, "2") { $0.errorCode = "outcome-unknown" }
            try story.begin("3", in: scripts)
            story.add(.scriptFailed, "3") { $0.errorCode = "interrupted" }
        }
        #expect(try states(scripts, story) == ["1 failed", "2 interrupted", "3 interrupted"])
    }

    @Test("a script without an end is being run if the one who holds the lock is at work, and interrupted otherwise")
    func running() throws {
        let scripts = try ScriptSet.tables(1)
        let story = try LogStory.telling { story in
            try story.begin("1", in: scripts)
            try story.run("1", in: scripts, nil)
        }
        #expect(try states(scripts, story, isRunning: true) == ["1 running"])
        #expect(try states(scripts, story, isRunning: false) == ["1 interrupted"])
    }

    @Test("what is applied tells when, by whom and how long")
    func details() throws {
        let scripts = try ScriptSet.tables(1, 2)
        let checksum = try scripts.script("1").checksum.hex
        let story = LogStory.told { story in
            story.add(.scriptStarted, "1", checksum: checksum)
            story.add(.scriptApplied, "1", checksum: checksum) { entry in
                entry.elapsedMilliseconds = 420
                entry.operatorName = "ann"
                entry.host = "build-7"
                entry.tag = "r7"
            }
        }
        let statuses = try statuses(scripts, story)
        #expect(
            statuses[0]
                == ScriptStatus(
                    script: "V1__s.cql", type: "versioned", version: "1", description: "s", state: .applied,
                    appliedAt: Date(timeIntervalSince1970: 2), appliedBy: "ann@build-7", elapsedMilliseconds: 420,
                    tag: "r7", checksum: checksum))
        #expect(statuses[1].appliedAt == nil && statuses[1].appliedBy == nil)
        #expect(statuses[1].checksum == (try scripts.script("2").checksum.hex))
    }

    @Test("what was undone is not applied at any time")
    func undone() throws {
        let scripts = try ScriptSet.tables(1)
        let story = try LogStory.telling { story in
            try story.apply("1", in: scripts)
            story.undo("1")
        }
        let status = try #require(try statuses(scripts, story).first)
        #expect(status.state == .rolledBack)
        #expect(status.appliedAt == nil && status.appliedBy == nil)
    }
}
