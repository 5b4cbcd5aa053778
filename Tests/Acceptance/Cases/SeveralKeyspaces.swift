import Foundation
import Testing

/// One folder of scripts for two keyspaces, each with a log of its own.
struct SeveralKeyspaces {
    let nodes: [String]

    /// All of them, and one that is named: a profile's list does not bring back the others.
    func chosen() async throws {
        let (project, one, other) = try Self.project("several", nodes)
        try await project.expect(0, "init")
        try project.writeTables(1...2)
        let named = try await project.expect(0, "migrate", "--profile", "prod", "--keyspace", other, "--json")
        #expect(try named.runs() == ["\(other): 2"])
        #expect(try await Tables.exist("t2", in: project, keyspace: other))
        #expect(try await !Tables.exist("t1", in: project, keyspace: one))
        let listed = try await project.expect(1, "pending", "--profile", "prod", "--json").keyspaces()
        #expect(listed.map { ($0["scripts"] as? [Any])?.count } == [2, 0])
        #expect(try await project.expect(0, "migrate", "--json").runs() == ["\(one): 2", "\(other): 0"])
        #expect(try await Tables.exist("t2", in: project, keyspace: one))
        for keyspace in [one, other] {
            let events = try HistoryEvent.list(
                in: try await project.expect(0, "history", "--keyspace", keyspace, "--json"))
            #expect(events.map(\.seq) == Array(1...events.count))
            #expect(events.count { $0.kind == "script-applied" } == 2)
        }
        try await project.expect(0, "validate")
    }

    /// A script that fails in one of them stops the run, or the run in that keyspace alone.
    func keptGoing() async throws {
        let (project, one, other) = try Self.project("kept_going", nodes)
        try await project.expect(0, "init")
        // Somebody has made the table in one of them, so that the same script fails there.
        try await Tables.run("CREATE TABLE \(one).t1 (id text PRIMARY KEY)", in: project)
        try await project.waitForAgreement()
        try project.writeTables(1...2)
        let stopped = try await project.expect(5, "migrate", "--json")
        #expect(try stopped.errorCodes() == ["statement-failed"])
        #expect(try stopped.runs() == ["\(one): 0", "\(other): 0"])
        #expect(try await !Tables.exist("t1", in: project, keyspace: other))
        let gone = try await project.expect(5, "migrate", "--keep-going", "--json")
        #expect(try gone.errorCodes() == ["statement-failed"])
        #expect(try gone.runs() == ["\(one): 0", "\(other): 2"])
        #expect(try gone.keyspaces().map { $0["failed"] as? Int } == [1, 0])
        #expect(try await Tables.exist("t2", in: project, keyspace: other))
        #expect(try await !Tables.exist("t2", in: project, keyspace: one))
        let told = try await project.run("migrate", "--keep-going")
        #expect(told.exitCode == 5 && told.errors.contains("keyspace \(one)"), "\(told.errors)")
        try await Tables.run("DROP TABLE \(one).t1", in: project)
        try await project.waitForAgreement()
        #expect(try await project.expect(0, "migrate", "--json").runs() == ["\(one): 2", "\(other): 0"])
        try await project.expect(0, "validate")
    }

    /// A project whose configuration, and a profile of it, name two keyspaces.
    private static func project(_ name: String, _ nodes: [String]) throws -> (Project, String, String) {
        let project = try Project(name, nodes)
        let names = ["a", "b"].map { "\(project.keyspace)_\($0)" }
        let keyspaces = names.map { "{ name: \($0), replication: \(Project.simple(3)) }" }.joined(separator: ", ")
        try """
        cassandra:
          contact_points: [\(nodes.joined(separator: ", "))]
        keyspaces: [\(keyspaces)]
        profiles:
          prod: { keyspaces: [\(keyspaces)] }
        """.write(toFile: "\(project.folder)/cqlmig.yml", atomically: true, encoding: .utf8)
        return (project, names[0], names[1])
    }
}

extension Finished {
    /// How many scripts a run has applied in each keyspace.
    fileprivate func runs() throws -> [String] {
        try keyspaces().map { "\($0["keyspace"] as? String ?? "?"): \($0["run"] as? Int ?? -1)" }
    }
}
