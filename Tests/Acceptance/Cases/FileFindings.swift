import Testing

/// Files that do not fit to what was applied: edited, deleted, late.
struct FileFindings {
    let nodes: [String]

    private static let edited = "CREATE TABLE t1 (id int PRIMARY KEY, other text);\n-- @down\nDROP TABLE t1;\n"

    /// Three findings at once are told apart; each needs its own leave.
    func together() async throws {
        let project = try await project("findings")
        try project.write("V1__table_1.cql", Self.edited)
        try project.remove("V2__table_2.cql")
        try project.write("V0__late.cql", "CREATE TABLE t0 (id int PRIMARY KEY);\n")
        #expect(
            try await project.expect(0, "status", "--json").states() == [
                "V0__late.cql": "out-of-order", "V1__table_1.cql": "changed", "V2__table_2.cql": "missing",
                "V3__table_3.cql": "applied",
            ])
        let kinds = try await project.expect(1, "validate", "--json").findings()
        #expect(kinds.sorted() == ["changed", "missing", "out-of-order"])
        let rows = try await project.events()
        for (allowed, code) in [
            (nil, "changed"), ("changed", "missing"), ("missing", "changed"), ("out-of-order", "changed"),
            ("missing,out-of-order", "changed"), ("changed,out-of-order", "missing"),
            ("changed,missing", "out-of-order"),
        ] {
            let words = allowed.map { ["--allow", $0] } ?? []
            let refused = try await project.start(["migrate", "--json"] + words).wait()
            #expect(refused.exitCode == 8, "\(words): \(refused.output)\(refused.errors)")
            #expect(try refused.errorCodes() == [code], "\(words)")
        }
        #expect(try await project.events() == rows)
        let allowed = try await project.expect(0, "migrate", "--allow", "changed,missing,out-of-order", "--json")
        #expect(try allowed.keyspace()["run"] as? Int == 1)
        #expect(try await Tables.exist("t0", in: project))
    }

    /// What is let pass is neither run again nor forgotten; what is pending behind it is run.
    func allowed() async throws {
        let project = try await project("allowed")
        try project.write("V1__table_1.cql", Self.edited)
        try project.writeTables(4...4)
        let first = try await project.expect(0, "migrate", "--allow", "changed", "--json")
        #expect(try first.keyspace()["run"] as? Int == 1)
        try expectWarning("changed", in: first)
        #expect(try await Tables.columns(of: "t1", in: project) == ["id", "v"])
        #expect(try await Tables.exist("t4", in: project))
        #expect(try await project.expect(0, "status", "--json").states()["V1__table_1.cql"] == "changed")
        try project.writeTables(1...1)
        try await project.expect(0, "validate")

        try project.remove("V2__table_2.cql")
        try project.writeTables(5...5)
        let second = try await project.expect(0, "migrate", "--allow", "missing", "--json")
        #expect(try second.keyspace()["run"] as? Int == 1)
        try expectWarning("missing", in: second)
        #expect(try await Tables.exist("t2", in: project))
        #expect(try await Tables.exist("t5", in: project))
        #expect(try await project.expect(0, "status", "--json").states()["V2__table_2.cql"] == "missing")
        try project.writeTables(2...2)
        try await project.expect(0, "validate")
        try await project.expectTables(5)
    }

    /// Of what there is to find in files it warns of this alone; of its nodes a cluster may warn besides.
    private func expectWarning(_ code: String, in finished: Finished) throws {
        let codes = try finished.warningCodes().filter(["changed", "missing", "out-of-order"].contains)
        #expect(codes == [code], "\(finished.output)")
    }

    /// A project with three scripts that are applied.
    private func project(_ name: String) async throws -> Project {
        let project = try Project(name, nodes)
        try await project.expect(0, "init")
        try project.writeTables(1...3)
        try await project.expect(0, "migrate")
        return project
    }
}
