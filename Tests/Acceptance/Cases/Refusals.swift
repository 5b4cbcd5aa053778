import Foundation
import Testing

/// What goes wrong has its own message, code and exit.
struct Refusals {
    let nodes: [String]

    func run() async throws {
        let project = try Project("refusals", nodes)
        // Nothing there yet.
        #expect(try await project.expect(8, "migrate", "--json").errorCodes() == ["keyspace-missing"])
        try await project.expect(0, "init")
        let other = "\(project.keyspace)_elsewhere"
        #expect(
            try await project.expect(7, "status", "--history-keyspace", other, "--json").errorCodes()
                == ["not-initialised"])
        // An empty folder is nothing to do; a missing one is a mistake.
        try await project.expect(0, "migrate")
        try await project.expect(2, "migrate", "--dir", "\(project.folder)/nowhere")
        // Files that are no migrations: nothing is sent.
        try project.write("V2_one_underscore.cql", "CREATE TABLE x (id int PRIMARY KEY);")
        #expect(try await project.expect(2, "migrate", "--json").errorCodes() == ["bad-filename"])
        try project.remove("V2_one_underscore.cql")
        try project.write(
            "V1__near_miss.cql", "CREATE TABLE x (id int PRIMARY KEY);\n-- @down (rollback)\nDROP TABLE x;\n")
        #expect(try await project.expect(2, "migrate", "--json").errorCodes() == ["down-marker"])
        try project.remove("V1__near_miss.cql")
        // What only the grammar refuses is found before anything in front of it is done.
        try project.write(
            "V1__half.cql", "CREATE TABLE half (id int PRIMARY KEY);\nCREATE TABLE other id int);\n")
        #expect(try await project.expect(2, "migrate", "--json").errorCodes() == ["syntax"])
        #expect(try await !Tables.exist("half", in: project))
        try project.remove("V1__half.cql")
        // Nobody answers.
        let silent = try await project.run("status", "--json", contactPoint: "127.0.0.1:1")
        #expect(silent.exitCode == 3, "\(silent.output)\(silent.errors)")
        // A target that nobody knows.
        try project.writeTables(1...3)
        #expect(try await project.expect(2, "migrate", "--target", "9", "--json").errorCodes() == ["unknown-version"])
        try await gates(project)
        try await project.expect(2, "rollback", "--steps", "-1")
        try await project.expect(2, "rollback", "--steps", "0")
        try await project.expect(2, "rollback", "--steps", "abc")
        try await partialUndo(project)
    }

    /// Edited, deleted and late files are three findings; each has its flag.
    private func gates(_ project: Project) async throws {
        try await project.expect(0, "migrate", "--target", "2")
        try await project.expect(0, "migrate", "--target", "2")
        try project.write(
            "V1__table_1.cql", "CREATE TABLE t1 (id int PRIMARY KEY, other text);\n-- @down\nDROP TABLE t1;\n")
        #expect(try await project.expect(8, "migrate", "--json").errorCodes() == ["changed"])
        #expect(try await kinds(project) == ["changed"])
        try project.writeTables(1...1)
        try project.remove("V2__table_2.cql")
        #expect(try await project.expect(8, "migrate", "--json").errorCodes() == ["missing"])
        #expect(try await kinds(project) == ["missing"])
        try project.writeTables(2...2)
        try project.write("V0__late.cql", "CREATE TABLE t0 (id int PRIMARY KEY);\n")
        #expect(try await project.expect(8, "migrate", "--json").errorCodes() == ["out-of-order"])
        #expect(try await kinds(project) == ["out-of-order"])
        try await project.expect(0, "migrate", "--allow", "out-of-order")
        try await project.expect(0, "validate")
    }

    private func kinds(_ project: Project) async throws -> [String] {
        let findings = try await project.expect(1, "validate", "--json").data()["findings"] as? [[String: Any]] ?? []
        return findings.compactMap { $0["kind"] as? String }
    }

    /// One version without an undo: none is undone.
    private func partialUndo(_ project: Project) async throws {
        #expect(
            try await project.expect(8, "rollback", "--steps", "4", "--yes", "--json").errorCodes()
                == ["cannot-roll-back"])
        let states = try await project.expect(0, "status", "--json").states()
        #expect(states.values.allSatisfy { $0 == "applied" })
    }
}
