import CQLSyntax
import SchemaModel
import Testing

@testable import CQLLint

/// What is taken for plain, the schema model takes.
@Suite struct PlainTableTests {
    struct Vector: CustomTestStringConvertible {
        let cql: String
        let isPlain: Bool

        init(_ cql: String, _ isPlain: Bool = true) {
            self.cql = cql
            self.isPlain = isPlain
        }

        var testDescription: String { cql }
    }

    static let vectors = [
        Vector("CREATE TABLE t (a int PRIMARY KEY)"),
        Vector("CREATE TABLE t (a int, b text, c set<text>, d map<text, bigint>, PRIMARY KEY (a, b))"),
        Vector("CREATE TABLE t (a int, b text, s int STATIC, PRIMARY KEY ((a), b)) WITH CLUSTERING ORDER BY (b DESC)"),
        Vector("CREATE TABLE t (a int PRIMARY KEY) WITH comment = 'x' AND gc_grace_seconds = 1"),
        Vector("CREATE TABLE t (a int PRIMARY KEY, n counter)"),
        Vector("CREATE TABLE t (a int PRIMARY KEY, v frozen<list<int>>)"),
        Vector("CREATE TABLE t (a int PRIMARY KEY, s int STATIC)", false),
        Vector("CREATE TABLE t (a duration PRIMARY KEY)", false),
        Vector("CREATE TABLE t (a int, b int)", false),
        Vector("CREATE TABLE t (a int, PRIMARY KEY (a, b))", false),
        Vector("CREATE TABLE t (a int, b int, PRIMARY KEY (a, a))", false),
        Vector("CREATE TABLE t (a int, b int, c int, PRIMARY KEY (a, b)) WITH CLUSTERING ORDER BY (c ASC)", false),
        Vector("CREATE TABLE t (a int, v list<int>, PRIMARY KEY (a, v))", false),
        Vector("CREATE TABLE t (a int PRIMARY KEY, v list<list<int>>)", false),
        Vector("CREATE TABLE t (a int PRIMARY KEY, v set<counter>)", false),
        Vector("CREATE TABLE t (a int PRIMARY KEY, k frozen<k>)", false),
        Vector("CREATE TABLE t (a int PRIMARY KEY) WITH gc_grace_seconds = -1", false),
        Vector("CREATE TABLE t (a int PRIMARY KEY) WITH nonsense = 1", false),
        Vector("CREATE TABLE \"a-b\" (a int PRIMARY KEY)", false),
        Vector("DROP TABLE t", false),
    ]

    @Test("a table is plain exactly where every release takes it as it is", arguments: vectors)
    func isTaken(_ vector: Vector) throws {
        let tree = try StatementTree(parsing: vector.cql)
        for release in [CassandraRelease.v311, .v41, .v50, .v60] {
            let plain = PlainTable(tree, for: release)
            #expect((plain != nil) == vector.isPlain, "\(release)")
            guard plain != nil else { continue }
            var schema = SchemaReplay(release: release, target: "k")
            #expect(throws: Never.self) { try schema.run(tree) }
        }
    }
}
