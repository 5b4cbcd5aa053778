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
        try await project.expect(0, "validate")
    }

    /// The coordinator dies on the way: what only it was known to have is unknown, nothing is claimed, and once the
    /// operator has answered, the same command goes on.
    func lostCoordinator() async throws {
        let project = try Project("lost_coordinator", nodes.addresses)
        try await project.expect(0, "init")
        try project.write("V1__many.cql", Self.script)
        let runner = try project.start(
            ["migrate", "--agreement", "script", "--json"], contactPoint: nodes.addresses[0])
        try await waitForStatement(project)
        try await nodes.kill(1)
        let finished = await runner.wait()
        #expect(finished.exitCode == 5, "\(finished.output)\(finished.errors)")
        try await nodes.restart(1)
        let open = try await openStatements(project)
        #expect(!open.isEmpty)
        let refused = try await project.run("migrate", "--json")
        #expect(refused.exitCode == 5, "\(refused.output)\(refused.errors)")
        #expect(try refused.errorCodes() == ["outcome-unknown"])
        for statement in open {
            let isThere = try await Tables.exist("s\(statement)", in: project)
            try await project.expect(
                0, "repair", "--script", "V1__many.cql", "--statement", "\(statement)",
                isThere ? "--applied" : "--retry", "--yes")
        }
        try await project.expect(0, "migrate", "--agreement", "script")
        var missing: [Int] = []
        for number in 1...Self.tables where try await !Tables.exist("s\(number)", in: project) {
            missing.append(number)
        }
        #expect(missing.isEmpty)
    }

    private func openStatements(_ project: Project) async throws -> [Int] {
        let failed = try await project.run("repair", "--list", "--json").data()["failed"] as? [[String: Any]] ?? []
        return failed.compactMap { $0["statement"] as? Int }
    }

    /// Waits until the run has got to its fifth statement.
    private func waitForStatement(_ project: Project) async throws {
        while try await !Tables.exist("s5", in: project) {}
    }
}
