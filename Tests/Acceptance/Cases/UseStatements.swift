import Testing

/// `USE` in a script: it holds for the names of that script, and for nothing else.
struct UseStatements {
    let nodes: [String]

    /// What a script sends elsewhere is there; the log and the next script are where they would be without it.
    func run() async throws {
        let project = try Project("use", nodes)
        try await project.expect(0, "init")
        let other = "\(project.keyspace)_other"
        try await Tables.run(
            "CREATE KEYSPACE \(other) WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}",
            in: project)
        try await project.waitForAgreement()
        try project.write(
            "V1__x.cql",
            "USE \(other);\nCREATE TABLE x (id int PRIMARY KEY, v text);\nINSERT INTO x (id, v) VALUES (1, 'a');\n")
        try project.write("V2__y.cql", "CREATE TABLE y (id int PRIMARY KEY);\n")
        #expect(try await project.expect(1, "lint", "--json").findings("rule").contains("use-statement"))
        try await project.expect(0, "migrate")
        try await expect(["x"], ["y"], other, project)
        #expect(try await Tables.count("SELECT id FROM \(other).x", in: project) == 1)
        #expect(try await project.expect(0, "status", "--json").states().values.allSatisfy { $0 == "applied" })
        try await resume(other, project)
        // The log is in the target keyspace alone.
        for table in ["cqlmig_log", "cqlmig_lock"] {
            #expect(try await Tables.exist(table, in: project))
            #expect(try await !Tables.exist(table, in: project, keyspace: other))
        }
        let applied = try await project.events().filter { $0.kind == "script-applied" }.map(\.script)
        #expect(applied == ["V1__x.cql", "V2__y.cql", "V3__z.cql", "V4__v.cql"])
        try await project.expect(0, "validate")
        try await Tables.run("DROP KEYSPACE \(other)", in: project)
        try await project.waitForAgreement()
    }

    /// A script that stopped behind its `USE` goes on in the keyspace that it had chosen.
    private func resume(_ other: String, _ project: Project) async throws {
        func script(_ third: String) -> String {
            """
            USE \(other);
            CREATE TABLE z (id int PRIMARY KEY);
            \(third);
            INSERT INTO z (id) VALUES (1);
            """
        }
        try project.write("V3__z.cql", script("CREATE TABLE w (id nosuchtype PRIMARY KEY)"))
        try project.write("V4__v.cql", "CREATE TABLE v (id int PRIMARY KEY);\n")
        #expect(try await project.expect(5, "migrate", "--json").errorCodes() == ["statement-failed"])
        try await expect(["x", "z"], ["y"], other, project)
        try project.write("V3__z.cql", script("CREATE TABLE w (id int PRIMARY KEY)"))
        let resumed = try await project.expect(0, "migrate", "--json")
        #expect(try resumed.statements(of: "V3__z.cql").compactMap { $0["index"] as? Int } == [3, 4])
        try await expect(["x", "z", "w"], ["y", "v"], other, project)
        #expect(try await Tables.count("SELECT id FROM \(other).z", in: project) == 1)
    }

    /// Of the tables of the scripts these are in the one keyspace, those in the other, and no more.
    private func expect(
        _ elsewhere: Set<String>, _ here: Set<String>, _ other: String, _ project: Project,
        location: SourceLocation = #_sourceLocation
    ) async throws {
        for table in ["x", "y", "z", "w", "v"] {
            let isElsewhere = try await Tables.exist(table, in: project, keyspace: other)
            #expect(isElsewhere == elsewhere.contains(table), "\(table) in \(other)", sourceLocation: location)
            let isHere = try await Tables.exist(table, in: project)
            #expect(isHere == here.contains(table), "\(table) in \(project.keyspace)", sourceLocation: location)
        }
    }
}
