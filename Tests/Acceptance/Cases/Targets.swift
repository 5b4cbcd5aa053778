import Testing

/// `migrate --target`: how far a run goes.
struct Targets {
    let nodes: [String]

    func run() async throws {
        let project = try Project("targets", nodes)
        try await project.expect(0, "init")
        try project.writeTables(1...4)
        // A version that nobody knows is a slip of the finger, and no reason to apply everything.
        try await unknown(project)
        try await project.expect(0, "migrate", "--target", "2")
        try await unknown(project)
        // One that is applied already leaves nothing to do.
        let rows = try await project.events()
        for version in ["1", "2"] {
            let finished = try await project.expect(0, "migrate", "--target", version, "--json")
            #expect(try finished.keyspace()["run"] as? Int == 0)
            #expect(try finished.keyspace()["skipped"] as? Int == 2)
        }
        #expect(try await project.events() == rows)
        let states = try await project.expect(0, "status", "--json").states()
        #expect(
            states == [
                "V1__table_1.cql": "applied", "V2__table_2.cql": "applied", "V3__table_3.cql": "pending",
                "V4__table_4.cql": "pending",
            ])
        try await project.expect(1, "pending")
        #expect(try await !Tables.exist("t3", in: project))
        try await project.expect(0, "migrate")
        try await project.expectTables(4)
    }

    /// Nothing is applied, and nothing is written down.
    private func unknown(_ project: Project) async throws {
        let rows = try await project.events()
        let states = try await project.expect(0, "status", "--json").states()
        #expect(
            try await project.expect(2, "migrate", "--target", "9", "--json").errorCodes() == ["unknown-version"])
        #expect(
            try await project.expect(2, "migrate", "--target", "20260102_typo", "--json").errorCodes()
                == ["invalid-value"])
        #expect(try await project.events() == rows)
        #expect(try await project.expect(0, "status", "--json").states() == states)
    }
}
