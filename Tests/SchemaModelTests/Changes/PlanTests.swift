import CQLSyntax
import SchemaModel
import Testing

/// What a plan says of one change each.
@Suite struct PlanTests {
    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let from: String
        let to: String
        var release = CassandraRelease.v50
        /// The verdict of each step and its statement, or the object where there is none.
        let steps: [String]
    }

    private static let table = "CREATE TABLE t (a int, b int, s int static, v text, PRIMARY KEY (a, b))"

    static let cases = [
        Case(testDescription: "nothing", from: table, to: table, steps: []),
        Case(
            testDescription: "a column comes", from: table, to: table + "; ALTER TABLE t ADD \"New\" list<int>",
            steps: ["safe ALTER TABLE t ADD \"New\" list<int>;"]),
        Case(
            testDescription: "a column goes with its index", from: table + "; CREATE INDEX i ON t (v)",
            to: table + "; ALTER TABLE t DROP v", steps: ["risky DROP INDEX i;", "risky ALTER TABLE t DROP v;"]),
        Case(
            testDescription: "a column of the key has another name", from: table,
            to: table + "; ALTER TABLE t RENAME b TO c", steps: ["risky ALTER TABLE t RENAME b TO c;"]),
        Case(
            testDescription: "a column has another type", from: "CREATE TABLE t (a int PRIMARY KEY, v int)",
            to: "CREATE TABLE t (a int PRIMARY KEY, v bigint)", steps: ["impossible column t.v"]),
        Case(
            testDescription: "a column has another kind", from: table,
            to: "CREATE TABLE t (a int, b int, s int, v text, PRIMARY KEY (a, b))", steps: ["impossible column t.s"]),
        Case(
            testDescription: "the key has one column less", from: "CREATE TABLE t (a int, b int, PRIMARY KEY (a, b))",
            to: "CREATE TABLE t (a int, b int, PRIMARY KEY ((a, b)))",
            steps: ["impossible table t", "impossible table t"]),
        Case(
            testDescription: "a clustering column is ordered the other way", from: table,
            to: table + " WITH CLUSTERING ORDER BY (b DESC)", steps: ["impossible column t.b"]),
        Case(
            testDescription: "a column comes back with another type", from: table + "; ALTER TABLE t DROP v",
            to: "CREATE TABLE t (a int, b int, s int static, v int, PRIMARY KEY (a, b))",
            steps: ["impossible column t.v"]),
        Case(
            testDescription: "a column comes back", from: table + "; ALTER TABLE t DROP v", to: table,
            steps: ["risky ALTER TABLE t ADD v text;"]),
        Case(
            testDescription: "a type in use loses a field",
            from: "CREATE TYPE u (x int, y int); CREATE TABLE t (a int PRIMARY KEY, v frozen<u>)",
            to: "CREATE TYPE u (x int); CREATE TABLE t (a int PRIMARY KEY, v frozen<u>)",
            steps: ["impossible field u.y"]),
        Case(
            testDescription: "a type that nothing uses is made anew", from: "CREATE TYPE u (x int, y int)",
            to: "CREATE TYPE u (x int)", steps: ["safe DROP TYPE u;", "safe CREATE TYPE u (\n    x int\n);"]),
        Case(
            testDescription: "a type has one field more and one of another name", from: "CREATE TYPE u (x int, y int)",
            to: "CREATE TYPE u (x int, z int, w text)",
            steps: ["risky ALTER TYPE u RENAME y TO z;", "safe ALTER TYPE u ADD w text;"]),
        Case(
            testDescription: "a table is there once more, with the options that are its own", from: "",
            to: "CREATE TABLE t (a int PRIMARY KEY) WITH comment = 'x'",
            steps: ["safe CREATE TABLE t (\n    a int PRIMARY KEY\n) WITH comment = 'x';"]),
        Case(
            testDescription: "an option that 4.1 does not see changing", from: table,
            to: table + " WITH additional_write_policy = '50ms'", release: .v41,
            steps: [
                "risky ALTER TABLE t WITH additional_write_policy = '50ms'\n    AND comment = ' ';",
                "safe ALTER TABLE t WITH comment = '';",
            ]),
        Case(
            testDescription: "a view whose table loses a column",
            from: table + "; CREATE MATERIALIZED VIEW m AS SELECT a, b FROM t WHERE a IS NOT NULL AND b IS NOT NULL "
                + "PRIMARY KEY (b, a)",
            to: "CREATE TABLE t (a int, b int, s int static, PRIMARY KEY (a, b)); CREATE MATERIALIZED VIEW m AS "
                + "SELECT a, b FROM t WHERE a IS NOT NULL AND b IS NOT NULL PRIMARY KEY (b, a)",
            steps: [
                "risky DROP MATERIALIZED VIEW m;", "risky ALTER TABLE t DROP v;",
                "risky CREATE MATERIALIZED VIEW m AS\n    SELECT b, a\n    FROM t\n    WHERE a IS NOT NULL AND b IS NOT "
                    + "NULL\n    PRIMARY KEY (b, a)\n WITH CLUSTERING ORDER BY (a ASC);",
            ]),
        Case(
            testDescription: "a function with another body",
            from: "CREATE FUNCTION f (a int) CALLED ON NULL INPUT RETURNS int LANGUAGE java AS 'return a;'",
            to: "CREATE FUNCTION f (a int) CALLED ON NULL INPUT RETURNS int LANGUAGE java AS 'return $$;'",
            steps: [
                "risky CREATE OR REPLACE FUNCTION f(a int)\n    CALLED ON NULL INPUT\n    RETURNS int\n    LANGUAGE java\n"
                    + "    AS 'return $$;';"
            ]),
        Case(
            testDescription: "a trigger", from: table, to: table + "; CREATE TRIGGER g ON t USING 'org.example.T'",
            steps: ["risky CREATE TRIGGER g ON t USING 'org.example.T';"]),
        Case(
            testDescription: "a comment of 6.0", from: table, to: table + "; COMMENT ON COLUMN t.v IS 'it''s'",
            release: .v60, steps: ["safe COMMENT ON COLUMN t.v IS 'it''s';"]),
    ]

    @Test("a change is planned", arguments: cases)
    func plan(_ item: Case) throws {
        let plan = SchemaPlan(
            from: try Self.schema(item.from, item.release), to: try Self.schema(item.to, item.release),
            .init(release: item.release, qualifiesNames: false, changesKeyspace: false))
        let found = plan.steps.map { step in
            switch step.verdict {
            case .safe: "safe \(step.statement ?? "")"
            case .risky: "risky \(step.statement ?? "")"
            case .impossible: "impossible \(step.object.kind) \(step.object.name)"
            }
        }
        #expect(found == item.steps)
    }

    @Test("replication is changed in the keyspace that there is")
    func replication() throws {
        let (one, three) = (Keyspace(name: "a", replication: .simple(1)), Keyspace(name: "b", replication: .simple(3)))
        let plan = SchemaPlan(from: one, to: three, .init(release: .v50))
        #expect(
            plan.steps.map(\.statement) == [
                "ALTER KEYSPACE a WITH replication = {'class': 'SimpleStrategy', 'replication_factor': '3'};"
            ])
        #expect(plan.steps.first?.reason?.contains("full repair") == true)
    }

    private static func schema(_ statements: String, _ release: CassandraRelease) throws -> Keyspace {
        var replay = SchemaReplay(
            release: release, keyspace: "k",
            catalogue: Catalogue(keyspaces: ["k": Keyspace(name: "k", replication: .simple(1))]))
        for statement in ParsedScript(SourceText(name: "statements", text: statements)).up {
            try replay.run(try statement.tree(for: release))
        }
        return try #require(replay.catalogue["k"])
    }
}
