import Foundation
import Testing

/// A node that has another version of the schema than the others, and keeps it.
struct Disagreements {
    let nodes: any FaultyNodes

    /// Nothing is sent as long as it has.
    func before() async throws {
        let project = try Project("disagreement", nodes.addresses)
        try await project.expect(0, "init")
        try project.writeTables(1...1)
        await nodes.removeFaults()
        let rows = try await project.events()
        try await nodes.letDiffer(3, after: 0)
        let refused = try await project.expect(6, "migrate", "--agreement-timeout", "5s", "--json")
        try expectNamed(refused)
        #expect(try await !Tables.exist("t1", in: project))
        #expect(try await project.events() == rows)
        await nodes.removeFaults()
        #expect(try await project.expect(0, "migrate", "--json").keyspace()["run"] as? Int == 1)
        try await project.expectTables(1)
    }

    /// A statement was acknowledged, and then the nodes do not come to agree: the log keeps that, and the next run goes on
    /// behind it.
    func afterStatement() async throws {
        let project = try Project("late_agreement", nodes.addresses)
        try await project.expect(0, "init")
        try project.write("V1__two.cql", "CREATE TABLE a (id int PRIMARY KEY);\nCREATE TABLE b (id int PRIMARY KEY);\n")
        await nodes.removeFaults()
        // The nodes agree when they are asked before the run.
        try await nodes.letDiffer(3, after: 1)
        let stopped = try await project.expect(6, "migrate", "--agreement-timeout", "5s", "--json")
        try expectNamed(stopped)
        let outcomes = try stopped.statements(of: "V1__two.cql").map { $0["outcome"] as? String }
        #expect(outcomes == ["acknowledged", nil])
        #expect(try await Tables.exist("a", in: project))
        #expect(try await !Tables.exist("b", in: project))
        #expect(try await project.expect(0, "status", "--json").keyspace()["lock"] is NSNull)
        let rows = try await project.events()
        let outcome = try #require(rows.last { $0.kind == "statement-outcome" })
        #expect(outcome.statement == 1)
        #expect(outcome.detail?.hasPrefix("acknowledged; the nodes do not agree on the schema") == true, "\(outcome)")
        await nodes.removeFaults()
        let finished = try await project.expect(0, "migrate", "--json")
        #expect(try finished.statements(of: "V1__two.cql").compactMap { $0["index"] as? Int } == [2])
        let events = try await project.events()
        #expect(Array(events.prefix(rows.count)) == rows)
        #expect(events.filter { $0.kind == "statement-intended" }.map(\.statement) == [1, 2])
        #expect(try await Tables.exist("b", in: project))
        try await project.expect(0, "validate")
    }

    /// The error is the node's that has another schema, and of nobody else.
    private func expectNamed(_ finished: Finished, location: SourceLocation = #_sourceLocation) throws {
        #expect(try finished.errorCodes() == ["no-schema-agreement"], sourceLocation: location)
        let message = try #require(try finished.errorMessages().first)
        #expect(message.contains("\(nodes.addresses[2]) differs from the coordinator"), "\(message)")
        #expect(message.ranges(of: "differs").count == 1, "\(message)")
    }
}
