import CQLClient
import Testing

/// Schemas are compared, written down and taken over.
struct Schemas {
    let nodes: [String]
    /// Whether materialized views are switched on, which they are not on nodes from 4.0 on that nobody has told to.
    let hasViews: Bool

    /// Six differences that other tools call none.
    func sixDifferences() async throws {
        let project = try Project("schemas", nodes, replication: Project.simple(1))
        let (one, other) = ("\(project.keyspace)_a", "\(project.keyspace)_b")
        var statements = [
            Self.keyspace(one, replicas: 1), Self.keyspace(other, replicas: nodes.count == 1 ? 2 : 3),
            "CREATE TABLE \(one).t (id int, ts timestamp, s text, v text, PRIMARY KEY (id, ts)) "
                + "WITH CLUSTERING ORDER BY (ts DESC) AND default_time_to_live = 60",
            "CREATE INDEX by_value ON \(one).t (v)",
            "CREATE TABLE \(other).t (id int, ts timestamp, s text static, v text, PRIMARY KEY (id, ts))",
            "CREATE INDEX by_value ON \(other).t (ts)",
        ]
        if hasViews {
            statements.append(
                "CREATE MATERIALIZED VIEW \(other).by_ts AS SELECT id, ts FROM \(other).t WHERE id IS NOT NULL "
                    + "AND ts IS NOT NULL PRIMARY KEY (ts, id)")
        }
        try await run(statements)
        let sides = ["--from", "keyspace:\(one)", "--to", "keyspace:\(other)"]
        let finished = try await project.start(["diff", "--json"] + sides).wait()
        #expect(finished.exitCode == 1, "\(finished.output)\(finished.errors)")
        let differences = try finished.data()["differences"] as? [[String: Any]] ?? []
        let found = differences.map {
            "\($0["kind"] ?? "") \($0["object"] ?? "") \($0["property"] as? String ?? $0["change"] ?? "")"
        }
        let expected =
            [
                "keyspace \(one) replication", "table t default_time_to_live", "column t.s kind",
                "column t.ts clustering order", "index t.by_value target",
            ] + (hasViews ? ["materialized view by_ts added"] : [])
        #expect(Set(found) == Set(expected))
        #expect(
            try await project.start(["diff", "--from", "keyspace:\(one)", "--to", "keyspace:\(one)"]).wait().exitCode
                == 0)
        try await run(["DROP KEYSPACE \(one)", "DROP KEYSPACE \(other)"])
    }

    /// A keyspace that is older than its migrations becomes the first of them, and is made again by it elsewhere.
    func takenOver() async throws {
        let project = try Project("takenover", nodes, replication: Project.simple(1))
        try await project.expect(8, "snapshot")
        try await project.expect(0, "init")
        try await run([
            "CREATE TYPE \(project.keyspace).zone (\"Code\" text, level int)",
            "CREATE TABLE \(project.keyspace).orders (customer uuid, at timestamp, total decimal, "
                + "places map<text, frozen<zone>>, name text static, PRIMARY KEY (customer, at)) "
                + "WITH CLUSTERING ORDER BY (at DESC) AND comment = 'it''s here; /* all */'",
            "CREATE INDEX orders_by_total ON \(project.keyspace).orders (total)",
        ])
        let finished = try await project.expect(0, "baseline", "--generate", "--mark", "--json")
        #expect(try finished.data()["marked"] as? [String] == ["V001__baseline.cql"])
        try await project.expect(0, "pending")
        try await project.expect(0, "diff")
        // The same file, run as a migration, makes the same in a keyspace of another name.
        let copy = "\(project.keyspace)_copy"
        try await run([Self.keyspace(copy, replicas: 1)])
        try await project.expect(0, "init", "--keyspace", copy)
        try await project.expect(0, "migrate", "--keyspace", copy)
        try await project.expect(0, "diff", "--from", "keyspace:\(project.keyspace)", "--to", "keyspace:\(copy)")
        try await project.expect(0, "snapshot", "-o", "\(project.folder)/schema.cql")
        try await project.expect(0, "diff", "--from", "keyspace:\(copy)", "--to", "\(project.folder)/schema.cql")
        // From here on the migrations follow the file.
        try await run(["DROP KEYSPACE \(copy)"])
    }

    private static func keyspace(_ name: String, replicas: Int) -> String {
        "CREATE KEYSPACE \(name) WITH replication = {'class': 'SimpleStrategy', 'replication_factor': \(replicas)}"
    }

    /// Past the tool; every node agrees before the next one.
    private func run(_ statements: [String]) async throws {
        let points = nodes.compactMap { ContactPoint($0, defaultPort: 9042) }
        let cluster = try await Cluster.connect(ClusterSettings(contactPoints: points))
        for statement in statements {
            _ = try await cluster.execute(Statement(statement, consistency: .one))
            _ = try await cluster.awaitSchemaAgreement(timeout: .seconds(60))
        }
        await cluster.close()
    }
}
