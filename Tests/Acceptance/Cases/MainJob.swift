import Foundation
import Testing

/// The main job from beginning to end, on one release: what a team does in its first weeks.
struct MainJob {
    let nodes: [String]

    func run() async throws {
        let project = try Project("main_job", nodes)
        try await project.expect(8, "migrate")
        try await project.expect(0, "init")
        try await project.expect(0, "init")
        try project.writeTables(1...20)
        try await project.expect(1, "pending")
        let applied = try await project.expect(0, "migrate", "--json")
        #expect(try applied.keyspace()["run"] as? Int == 20)
        try await project.expect(0, "pending")
        let again = try await project.expect(0, "migrate", "--json")
        #expect(try again.keyspace()["run"] as? Int == 0)
        #expect(try again.keyspace()["skipped"] as? Int == 20)
        let states = try await project.expect(0, "status", "--json").states()
        #expect(states.count == 20 && states.values.allSatisfy { $0 == "applied" })

        try await failAndResume(project)
        try await project.expect(2, "rollback", "--steps", "3")
        try await project.expect(0, "rollback", "--steps", "3", "--yes", "--json")
        let after = try await project.expect(0, "status", "--json").states()
        #expect(after["V21__three.cql"] == "rolled-back")
        #expect(after["V20__table_20.cql"] == "rolled-back")
        #expect(after["V19__table_19.cql"] == "rolled-back")
        #expect(after["V18__table_18.cql"] == "applied")
        try await checkHistory(project)
        try await project.expect(0, "migrate")
    }

    /// The 21st script fails at its second statement; corrected, it goes on there.
    private func failAndResume(_ project: Project) async throws {
        func script(_ second: String) -> String {
            """
            CREATE TABLE a (id int PRIMARY KEY);
            \(second);
            CREATE TABLE c (id int PRIMARY KEY);
            -- @down
            DROP TABLE c;
            DROP TABLE b;
            DROP TABLE a;
            """
        }
        try project.write("V21__three.cql", script("CREATE TABLE b (id nosuchtype PRIMARY KEY)"))
        let failed = try await project.expect(5, "migrate", "--json")
        #expect(try failed.errorCodes() == ["statement-failed"])
        #expect(try await project.expect(0, "status", "--json").states()["V21__three.cql"] == "failed")
        let listed = try await project.expect(1, "repair", "--list", "--json").data()["failed"] as? [[String: Any]]
        #expect(listed?.first?["statement"] as? Int == 2)
        try project.write("V21__three.cql", script("CREATE TABLE b (id int PRIMARY KEY)"))
        let resumed = try await project.expect(0, "migrate", "--json").keyspace()["actions"] as? [[String: Any]]
        let statements =
            resumed?.first { $0["script"] as? String == "V21__three.cql" }?["statements"] as? [[String: Any]]
        #expect(statements?.compactMap { $0["index"] as? Int } == [2, 3])
    }

    /// The log tells all of it, in order, and keeps the failure.
    private func checkHistory(_ project: Project) async throws {
        let events = try #require(
            try await project.expect(0, "history", "--json").data()["events"] as? [[String: Any]])
        let seqs = events.compactMap { $0["seq"] as? Int }
        #expect(seqs == Array(1...seqs.count))
        let kinds = events.compactMap { $0["kind"] as? String }
        #expect(kinds.count { $0 == "script-applied" } == 21)
        #expect(kinds.count { $0 == "rolled-back" } == 3)
        #expect(kinds.count { $0 == "script-failed" } == 1)
        #expect(kinds.first == "initialised" && kinds.last == "lock-released")
    }
}
