import Foundation
import Testing

/// `--agreement script`: the schema is waited for at a script's end alone.
struct ScriptMode {
    let nodes: any NodesUnderTest

    private static let tables = 40
    private static let script = (1...tables).map { "CREATE TABLE s\($0) (id int PRIMARY KEY);\n" }.joined()

    /// Forty tables in one file, agreed once.
    func oneAgreement() async throws {
        let project = try Project("script_mode", nodes.addresses)
        try await project.expect(0, "init")
        try project.write("V1__many.cql", Self.script)
        let finished = try await project.expect(0, "migrate", "--agreement", "script", "--json")
        let actions = try finished.keyspace()["actions"] as? [[String: Any]]
        let statements = actions?.first?["statements"] as? [[String: Any]] ?? []
        #expect(statements.count == Self.tables)
        #expect(statements.allSatisfy { $0["outcome"] as? String == "applied" })
        #expect(statements.allSatisfy { $0["agreement_ms"] is NSNull })
        #expect(try await agreements(project) == 1)
        try await project.expect(0, "validate")
        // Data must not be written before every replica has its table: it is waited for once more.
        try project.write(
            "V2__data.cql",
            "CREATE TABLE a (id int PRIMARY KEY);\nCREATE TABLE b (id int PRIMARY KEY);\n"
                + "INSERT INTO a (id) VALUES (1);\nINSERT INTO b (id) VALUES (1);\nDROP TABLE s1;\nDROP TABLE s2;\n")
        try await project.expect(0, "migrate", "--agreement", "script")
        #expect(try await agreements(project) == 3)
        // The other mode waits behind each.
        try project.write("V3__three.cql", "DROP TABLE s3;\nDROP TABLE s4;\nDROP TABLE s5;\n")
        try await project.expect(0, "migrate", "--agreement", "statement")
        #expect(try await agreements(project) == 6)
    }

    /// The coordinator dies on the way: what only it was known to have is found on the other nodes, or is found missing
    /// and run again; nothing is claimed meanwhile, and nobody is asked.
    func lostCoordinator() async throws {
        let project = try Project("lost_coordinator", nodes.addresses)
        try await project.expect(0, "init")
        try project.write("V1__many.cql", Self.script)
        let runner = try project.start(
            ["migrate", "--agreement", "script", "--json"], contactPoint: nodes.addresses[0])
        try await waitForStatement(project)
        try await nodes.kill(1)
        let finished = await runner.wait()
        #expect([0, 3, 5].contains(finished.exitCode), "\(finished.output)\(finished.errors)")
        // The connection ended before the statement behind the known ones was on its way.
        if finished.exitCode == 3 { #expect(try finished.errorCodes() == ["cannot-connect"]) }
        if finished.exitCode == 5 {
            // What is found not to have taken effect has failed, and is run again.
            #expect(
                [["statement-lost"], ["outcome-unknown"], ["statement-failed"]].contains(try finished.errorCodes()),
                "\(finished.output)\(finished.errors)")
        }
        try await nodes.restart(1)
        try await project.expect(0, "migrate", "--agreement", "script")
        // Where the rest was done without the node, it fetches the schema at its leisure.
        try await project.waitForAgreement()
        var missing: [Int] = []
        for number in 1...Self.tables where try await !Tables.exist("s\(number)", in: project) {
            missing.append(number)
        }
        #expect(missing.isEmpty)
        try await project.expect(0, "validate")
    }

    /// How often the log says of a statement that the nodes have agreed behind it.
    private func agreements(_ project: Project) async throws -> Int {
        try await Tables.count(
            "SELECT seq FROM \(project.keyspace).cqlmig_log WHERE kind = 'statement-outcome' AND agreed = true "
                + "ALLOW FILTERING", in: project)
    }

    /// Waits until the run has got to its fifth statement.
    private func waitForStatement(_ project: Project) async throws {
        while try await !Tables.exist("s5", in: project) {}
    }
}
