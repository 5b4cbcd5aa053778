import CQLClient
import CQLSyntax
import LogStories
import MigrationLog
import MigrationScripts
import Testing

@testable import MigrationEngine

@Suite struct GrammarGateTests {
    private func refusal(
        _ text: String, _ platform: Platform = .cassandra(ReleaseVersion(5)), _ story: LogStory = LogStory()
    ) throws -> MigrationError? {
        let plan = try MigrationPlanner(
            scripts: try .folder(["V1__s.cql": text]), history: story.keyspace, keyspace: "app"
        ).plan()
        do throws(MigrationError) {
            try GrammarGate(platform).check(plan)
            return nil
        } catch {
            return error
        }
    }

    @Test("every statement that the release does not read is told with its place")
    func unreadable() throws {
        let error = try #require(
            try refusal("CREATE TABLE a (k int PRIMARY KEY);\nCREATE TABLE b k int);\nALTER TABLE a MODIFY k text;"))
        #expect(error.code == .invalidScripts)
        #expect(error.message == "2 statements are not CQL of Cassandra 5.0")
        #expect(error.problems.map { $0.place?.start.line } == [2, 3])
    }

    @Test("what a later release brings is refused by an earlier one")
    func laterRelease() throws {
        let text = "CREATE TABLE a (k int PRIMARY KEY, v int CHECK v > 1);"
        #expect(try refusal(text)?.message == "a statement is not CQL of Cassandra 5.0")
        #expect(try refusal(text, .cassandra(ReleaseVersion(6))) == nil)
    }

    @Test("what is only compatible with Cassandra reads its statements itself")
    func otherPlatforms() throws {
        for platform in [Platform.scylla(version: nil), .keyspaces, .dse(version: "6.8", ReleaseVersion(4))] {
            #expect(try refusal("CREATE TABLE a (k int PRIMARY KEY) WITH PER SOMETHING;", platform) == nil)
        }
    }

    @Test("statements that have run are not read again")
    func doneStatements() throws {
        let text = "CREATE TABLE a k int);\nCREATE TABLE b (k int PRIMARY KEY);"
        let scripts = try ScriptSet.folder(["V1__s.cql": text])
        let story = try LogStory.telling { story in
            try story.begin("1", in: scripts)
            try story.run("1", in: scripts, .applied, .rejected)
            story.add(.scriptFailed, "1")
        }
        #expect(try refusal(text)?.code == .invalidScripts)
        #expect(try refusal(text, .cassandra(ReleaseVersion(5)), story) == nil)
    }
}
