import CQLSyntax
import SchemaModel
import Testing

@Suite struct DifferencesTests {
    private static let base = [
        "CREATE KEYSPACE k WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}",
        "CREATE TYPE k.address (street text, zip int)",
        "CREATE TABLE k.t (a int, c int, v text, PRIMARY KEY (a, c))",
        "CREATE INDEX ON k.t (v)",
    ]

    struct Vector: Sendable, CustomTestStringConvertible {
        let statement: String
        let differences: [SchemaDifference]
        var testDescription: String { statement }

        init(_ statement: String, _ differences: SchemaDifference...) {
            self.statement = statement
            self.differences = differences
        }
    }

    private static let table = SchemaDifference.Object.table(keyspace: "k", name: "t")

    static let vectors = [
        Vector(
            "ALTER KEYSPACE k WITH durable_writes = false",
            SchemaDifference(.keyspace("k"), .changed(property: "durable_writes", from: "true", to: "false"))),
        Vector(
            "ALTER KEYSPACE k WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 2}",
            SchemaDifference(
                .keyspace("k"),
                .changed(
                    property: "replication", from: "{'class': 'SimpleStrategy', 'replication_factor': '1'}",
                    to: "{'class': 'SimpleStrategy', 'replication_factor': '2'}"))),
        Vector(
            "ALTER TYPE k.address ADD land text",
            SchemaDifference(.field(keyspace: "k", type: "address", name: "land"), .added)),
        Vector("DROP TYPE k.address", SchemaDifference(.type(keyspace: "k", name: "address"), .removed)),
        Vector(
            "ALTER TABLE k.t ADD w int", SchemaDifference(.column(keyspace: "k", table: "t", name: "w"), .added)),
        Vector(
            "ALTER TABLE k.t WITH comment = 'it''s'",
            SchemaDifference(table, .changed(property: "comment", from: "''", to: "'it''s'"))),
        Vector("DROP INDEX k.t_v_idx", SchemaDifference(.index(keyspace: "k", table: "t", name: "t_v_idx"), .removed)),
        Vector(
            "ALTER TABLE k.t RENAME c TO d",
            SchemaDifference(table, .changed(property: "clustering key", from: "(c)", to: "(d)")),
            SchemaDifference(.column(keyspace: "k", table: "t", name: "c"), .removed),
            SchemaDifference(.column(keyspace: "k", table: "t", name: "d"), .added)),
        Vector("DROP KEYSPACE k", SchemaDifference(.keyspace("k"), .removed)),
        Vector("CREATE TABLE k.u (a int PRIMARY KEY)", SchemaDifference(.table(keyspace: "k", name: "u"), .added)),
    ]

    @Test("a statement's effect is the difference between before and after", arguments: vectors)
    func difference(vector: Vector) throws {
        var before = Catalogue()
        var session: String?
        let recording = Recording(.v50)
        for statement in Self.base {
            let answer = try #require(recording.answer(statement, 1, &before, &session))
            try #require(answer.hasPrefix("ok"))
        }
        var after = before
        let answer = try #require(recording.answer(vector.statement, 2, &after, &session))
        #expect(answer.hasPrefix("ok"), "\(answer)")
        #expect(before.differences(to: after, release: .v50) == vector.differences)
        #expect(before.differences(to: before, release: .v50) == [])
    }
}
