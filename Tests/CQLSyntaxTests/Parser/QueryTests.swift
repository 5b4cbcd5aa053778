import CQLSyntax
import Testing

/// SELECT and DESCRIBE.
@Suite struct QueryTests {
    private static func select(_ selectors: Selector...) -> StatementTree {
        .select(Select(table: "t", items: selectors.map { SelectedItem($0) }))
    }

    private static func filtered(_ relations: Relation...) -> StatementTree {
        .select(Select(table: "t", relations: relations))
    }

    static let selections: [TreeVector] = [
        TreeVector("SELECT * FROM k.t", .select(Select(table: "k.t"))),
        TreeVector(
            "SELECT JSON DISTINCT a AS \"B\", c FROM t PER PARTITION LIMIT 1 LIMIT ? ALLOW FILTERING",
            .select(
                Select(
                    table: "t",
                    items: [SelectedItem(.column("a"), alias: "B"), SelectedItem(.column("c"))],
                    isJSON: true,
                    isDistinct: true,
                    perPartitionLimit: .integer("1"),
                    limit: .marker(0),
                    allowFiltering: true
                ))),
        TreeVector(
            "SELECT * FROM t GROUP BY a, f(b) ORDER BY c DESC, d ASC, e ANN OF [1]",
            .select(
                Select(
                    table: "t",
                    groupBy: [.column("a"), .call("f", [.column("b")])],
                    orderBy: [
                        Ordering(column: "c", isDescending: true),
                        Ordering(column: "d"),
                        Ordering(column: "e", nearestTo: .list([.integer("1")])),
                    ]
                ))),
        TreeVector(
            "SELECT a FROM t WITH included_indexes = {i, k.j}",
            .select(
                Select(
                    table: "t",
                    items: [SelectedItem(.column("a"))],
                    options: [Property("included_indexes", .names(["i", "k.j"]))]
                ))),
        TreeVector(
            "SELECT count(*), COUNT(1), count(a), k.f(), writetime(a), ttl(b), maxwritetime(c.d) FROM t",
            select(
                .countRows, .countRows, .call("count", [.column("a")]), .call("k.f", []), .writeTime(.column("a")),
                .timeToLive(.column("b")), .maximumWriteTime(.field(.column("c"), "d"))
            )
        ),
        TreeVector(
            "SELECT a.b, c[1], d[1..2], e[..?], f[3..], CAST(g AS text), token(h) FROM t",
            select(
                .field(.column("a"), "b"),
                .element(.column("c"), .integer("1")),
                .slice(.column("d"), from: .integer("1"), to: .integer("2")),
                .slice(.column("e"), from: nil, to: .marker(0)),
                .slice(.column("f"), from: .integer("3"), to: nil),
                .cast(.column("g"), .native(.text)),
                .call("token", [.column("h")])
            )
        ),
        TreeVector(
            "SELECT a + b * -c, (d, 1), [e], {f}, {g: 'x'}, (int) h, (a + b) * c FROM t",
            select(
                .arithmetic(.column("a"), .add, .arithmetic(.column("b"), .multiply, .negated(.column("c")))),
                .tuple([.column("d"), .term(.integer("1"))]),
                .list([.column("e")]),
                .set([.column("f")]),
                .map([.init(key: .column("g"), value: .term(.string("x")))]),
                .hint(.native(.int), .column("h")),
                .arithmetic(.tuple([.arithmetic(.column("a"), .add, .column("b"))]), .multiply, .column("c"))
            )
        ),
        TreeVector(
            "SELECT json, distinct AS x, ttl, count, key FROM t",
            .select(
                Select(
                    table: "t",
                    items: [
                        SelectedItem(.column("json")), SelectedItem(.column("distinct"), alias: "x"),
                        SelectedItem(.column("ttl")), SelectedItem(.column("count")), SelectedItem(.column("key")),
                    ]
                ))),
    ]

    static let relations: [TreeVector] = [
        TreeVector(
            "SELECT * FROM t WHERE a = 1 AND (b >= 2) AND c IN () AND d IN :x AND e CONTAINS 3 AND f CONTAINS KEY 4"
                + " AND g LIKE 'x%' AND h IS NOT NULL AND i[5] != 6",
            filtered(
                .column("a", .equal, .integer("1")),
                .column("b", .greaterOrEqual, .integer("2")),
                .columnIn("c", .terms([])),
                .columnIn("d", .bindMarker(BindMarker(name: "x", index: 0))),
                .contains("e", .integer("3")),
                .containsKey("f", .integer("4")),
                .like("g", .string("x%")),
                .isNotNull("h"),
                .element("i", .integer("5"), .notEqual, .integer("6"))
            )
        ),
        TreeVector(
            "SELECT * FROM t WHERE (a, b) < (1, 2) AND (a) = ? AND (a, b) IN ((1, 2)) AND (a, b) IN (?, ?)"
                + " AND token(a, b) <= token(1, 2) AND expr(i, 'x')",
            filtered(
                .tuple(["a", "b"], .less, .tuple([.integer("1"), .integer("2")])),
                .tuple(["a"], .equal, .marker(0)),
                .tupleIn(["a", "b"], .terms([.tuple([.integer("1"), .integer("2")])])),
                .tupleIn(["a", "b"], .terms([.marker(1), .marker(2)])),
                .token(["a", "b"], .lessOrEqual, .call(FunctionCall("token", [.integer("1"), .integer("2")]))),
                .custom("i", .string("x"))
            )
        ),
        TreeVector(
            "SELECT * FROM t WHERE a NOT IN (1) AND b BETWEEN 2 AND 3 AND c NOT CONTAINS 4 AND d NOT CONTAINS KEY 5"
                + " AND token(a) BETWEEN 6 AND 7 AND (a, b) NOT IN ? AND (a, b) BETWEEN (8, 9) AND ?",
            filtered(
                .columnNotIn("a", .terms([.integer("1")])),
                .columnBetween("b", .integer("2"), .integer("3")),
                .notContains("c", .integer("4"), isKey: false),
                .notContains("d", .integer("5"), isKey: true),
                .tokenBetween(["a"], .integer("6"), .integer("7")),
                .tupleNotIn(["a", "b"], .bindMarker(BindMarker(index: 0))),
                .tupleBetween(["a", "b"], .tuple([.integer("8"), .integer("9")]), .marker(1))
            )
        ),
    ]

    static let descriptions: [(String, Describe)] = [
        ("DESCRIBE CLUSTER", Describe(.cluster)),
        ("DESC FULL SCHEMA WITH INTERNALS", Describe(.schema(isFull: true), withInternals: true)),
        ("DESCRIBE SCHEMA", Describe(.schema(isFull: false))),
        ("DESCRIBE COLUMNFAMILIES", Describe(.list(.tables))),
        ("DESCRIBE KEYSPACES", Describe(.list(.keyspaces))),
        ("DESCRIBE KEYSPACE", Describe(.keyspace(nil, isOnly: false))),
        ("DESCRIBE ONLY KEYSPACE k", Describe(.keyspace("k", isOnly: true))),
        ("DESCRIBE TABLE k.t", Describe(.object(.table, "k.t"))),
        ("DESCRIBE MATERIALIZED VIEW v", Describe(.object(.materializedView, "v"))),
        ("DESCRIBE TYPE \"text\"", Describe(.object(.type, "text"))),
        ("DESCRIBE FUNCTION k.f", Describe(.object(.function, "k.f"))),
        ("DESCRIBE \"cluster\"", Describe(.anything("cluster"))),
        ("DESCRIBE type", Describe(.anything("type"))),
        ("DESCRIBE k.t", Describe(.anything("k.t"))),
    ]

    @Test("SELECT gives its tree", arguments: selections)
    func select(_ vector: TreeVector) throws { try vector.verify() }

    @Test("WHERE gives its tree", arguments: relations)
    func relation(_ vector: TreeVector) throws { try vector.verify() }

    @Test("DESCRIBE gives its tree", arguments: descriptions.map { TreeVector($0.0, .describe($0.1)) })
    func describe(_ vector: TreeVector) throws { try vector.verify() }

    @Test("a selected item knows its place, without the alias")
    func places() throws {
        let marked = MarkedText("SELECT «a.b» AS c, «f ( 1 )» FROM t")
        let statement = try #require(LexedText(marked.source).statements().statements.first)
        guard case .select(let select) = try statement.tree() else {
            Issue.record("not a SELECT")
            return
        }
        #expect(select.items.map(\.span.range) == marked.ranges)
    }
}
