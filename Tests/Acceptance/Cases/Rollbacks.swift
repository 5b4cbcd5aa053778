import Testing

/// What is taken back, and what comes after it.
struct Rollbacks {
    let nodes: [String]

    /// One step back, another one, and forth again: the log tells of all six.
    func backAndForth() async throws {
        let project = try Project("back_and_forth", nodes)
        try await project.expect(0, "init")
        for (version, table) in [(1, "a"), (2, "b")] {
            try project.write("V\(version)__\(table).cql", "CREATE TABLE \(table) (id int PRIMARY KEY);\n")
            try project.write("U\(version)__\(table).cql", "DROP TABLE \(table);\n")
        }
        try await project.expect(0, "migrate")
        try await project.expect(0, "rollback", "--yes")
        #expect(try await Tables.exist("a", in: project))
        #expect(try await !Tables.exist("b", in: project))
        try await project.expect(0, "rollback", "--yes")
        #expect(try await !Tables.exist("a", in: project))
        let again = try await project.expect(0, "migrate", "--json")
        #expect(try again.keyspace()["run"] as? Int == 2)
        let told = try await project.events().filter { ["script-applied", "rolled-back"].contains($0.kind) }
        #expect(
            told.map { "\($0.kind) \($0.script ?? "")" } == [
                "script-applied V1__a.cql", "script-applied V2__b.cql", "rolled-back U2__b.cql",
                "rolled-back U1__a.cql", "script-applied V1__a.cql", "script-applied V2__b.cql",
            ])
        #expect(told.map(\.version) == ["1", "2", "2", "1", "1", "2"])
        for table in ["a", "b"] { #expect(try await Tables.exist(table, in: project)) }
        #expect(try await project.expect(0, "status", "--json").states().values.allSatisfy { $0 == "applied" })
    }
}
