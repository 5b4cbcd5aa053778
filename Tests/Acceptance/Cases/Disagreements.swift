import Foundation
import Testing

/// A node that has another version of the schema than the others, and keeps it.
struct Disagreements {
    let nodes: any NodesUnderTest

    /// Nothing is sent as long as it has, and the exit and the error say so and who differs.
    func before() async throws {
        let project = try Project("disagreement", nodes.addresses)
        try await project.expect(0, "init")
        try project.writeTables(1...1)
        let rows = try await project.events()
        let end = try await begin(in: project)
        let refused = try await project.run("migrate", "--agreement-timeout", "5s", "--json")
        try await end()
        #expect(refused.exitCode == 6, "\(refused.output)\(refused.errors)")
        try expectNamed(refused)
        #expect(try await !Tables.exist("t1", in: project))
        #expect(try await project.events() == rows)
        #expect(try await project.expect(0, "migrate", "--json").keyspace()["run"] as? Int == 1)
        try await project.expectTables(1)
    }

    /// Lets the third node differ, and returns what ends that.
    ///
    /// A real node tells of itself what its own table of itself says, and that can be written to.
    private func begin(in project: Project) async throws -> () async throws -> Void {
        if let nodes = nodes as? any FaultyNodes {
            await nodes.removeFaults()
            try await nodes.letDiffer(3)
            return { await nodes.removeFaults() }
        }
        let other = nodes.addresses[2]
        let version = try await Tables.schemaVersion(of: other, in: project)
        try await Tables.setSchemaVersion("b3a0b6f4-0000-4000-8000-000000000000", of: other, in: project)
        return { try await Tables.setSchemaVersion(version, of: other, in: project) }
    }

    /// A statement was acknowledged, and then the nodes do not come to agree: the log keeps that, and the next run goes on
    /// behind it.
    func afterStatement() async throws {
        let nodes = try #require(nodes as? any FaultyNodes)
        let project = try Project("late_agreement", nodes.addresses)
        try await project.expect(0, "init")
        try project.write("V1__two.cql", "CREATE TABLE a (id int PRIMARY KEY);\nCREATE TABLE b (id int PRIMARY KEY);\n")
        await nodes.removeFaults()
        // The nodes agree as long as they are asked before the statement, however often that is.
        try await nodes.add(fault: "pause when text 'TABLE a' times 1")
        let runner = try project.start(["migrate", "--agreement-timeout", "5s", "--json"])
        try await nodes.waitForFault()
        try await nodes.letDiffer(3)
        try await nodes.resume(1)
        let stopped = await runner.wait()
        #expect(stopped.exitCode == 6, "\(stopped.output)\(stopped.errors)")
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
        // A node without a port of its own in the list is at the usual one.
        let address = nodes.addresses[2].contains(":") ? nodes.addresses[2] : "\(nodes.addresses[2]):9042"
        #expect(message.contains("\(address) differs from the coordinator"), "\(message)", sourceLocation: location)
        #expect(message.ranges(of: "differs").count == 1, "\(message)", sourceLocation: location)
    }
}
