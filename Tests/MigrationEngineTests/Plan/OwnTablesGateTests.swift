import CQLClient
import CQLSyntax
import LogStories
import MigrationLog
import MigrationScripts
import Testing

@testable import MigrationEngine

@Suite struct OwnTablesGateTests {
    private func refusal(_ text: String, history: String = "app", _ story: LogStory = LogStory()) throws
        -> MigrationError?
    {
        let plan = try MigrationPlanner(
            scripts: try .folder(["V1__s.cql": text]), history: story.keyspace, keyspace: "app"
        ).plan()
        do throws(MigrationError) {
            try OwnTablesGate(historyKeyspace: history).check(plan)
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "a script that would destroy the log or the lock is refused, with the place",
        arguments: [
            "DROP KEYSPACE app;", "DROP TABLE cqlmig_log;", "TRUNCATE app.cqlmig_lock;",
            "INSERT INTO t (a) VALUES (1);\nDROP TABLE IF EXISTS app.cqlmig_log;",
        ])
    func refused(text: String) throws {
        let error = try #require(try refusal(text))
        #expect(error.code == .ownTables)
        #expect(error.problems.count == 1)
        #expect(error.problems[0].place?.start.line == (text.contains("\n") ? 2 : 1))
    }

    @Test("with a history keyspace of its own the target is the script's to drop")
    func elsewhere() throws {
        #expect(try refusal("DROP KEYSPACE app;", history: "app_history") == nil)
        #expect(try refusal("DROP TABLE cqlmig_log;", history: "app_history") == nil)
        #expect(try refusal("DROP KEYSPACE app_history;", history: "app_history")?.code == .ownTables)
    }

    @Test("statements that will not run do not count: neither the undo nor what is done")
    func otherStatements() throws {
        #expect(try refusal("CREATE TABLE a (k int PRIMARY KEY);\n-- @down\nDROP KEYSPACE app;") == nil)
        let text = "DROP TABLE cqlmig_lock;\nCREATE TABLE a (k int PRIMARY KEY);"
        let scripts = try ScriptSet.folder(["V1__s.cql": text])
        let story = try LogStory.telling { story in
            try story.begin("1", in: scripts)
            try story.run("1", in: scripts, .applied, .rejected)
            story.add(.scriptFailed, "1")
        }
        #expect(try refusal(text)?.code == .ownTables)
        #expect(try refusal(text, story) == nil)
    }
}
