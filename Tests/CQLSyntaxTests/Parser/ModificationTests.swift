import CQLSyntax
import Testing

/// INSERT, UPDATE, DELETE and BATCH.
@Suite struct ModificationTests {
    private static func update(_ assignments: [Assignment], condition: Condition = .none) -> StatementTree {
        .update(
            Update(
                table: "t",
                assignments: assignments,
                relations: [.column("k", .equal, .integer("1"))],
                condition: condition
            ))
    }

    static let insertions: [TreeVector] = [
        TreeVector(
            "INSERT INTO k.t (a, \"B\") VALUES (?, :x) IF NOT EXISTS USING TTL 10 AND TIMESTAMP ?",
            .insert(
                Insert(
                    table: "k.t",
                    values: .columns(["a", "B"], [.marker(0), .bindMarker(BindMarker(name: "x", index: 1))]),
                    ifNotExists: true,
                    using: Using(timestamp: .marker(2), timeToLive: .integer("10"))
                ))),
        TreeVector(
            "INSERT INTO t (a) VALUES ([1, {a: 'x', b: NULL}, {1, 2}, {'k': (1, 0xFF)}, {}])",
            .insert(
                Insert(
                    table: "t",
                    values: .columns(
                        ["a"],
                        [
                            .list([
                                .integer("1"),
                                .userType([
                                    .init(field: "a", value: .string("x")), .init(field: "b", value: .null),
                                ]),
                                .set([.integer("1"), .integer("2")]),
                                .map([
                                    .init(
                                        key: .string("k"),
                                        value: .tuple([.integer("1"), .constant(Constant(.hex, "0xFF"))]))
                                ]),
                                .set([]),
                            ])
                        ]
                    )
                ))),
        TreeVector(
            "INSERT INTO t (a, b, c) VALUES (now(), (list<int>) [1], cast(-1 as text))",
            .insert(
                Insert(
                    table: "t",
                    values: .columns(
                        ["a", "b", "c"],
                        [
                            .call(FunctionCall("now", [])),
                            .hint(.list(.native(.int)), .list([.integer("1")])),
                            .cast(.integer("-1"), .text),
                        ]
                    )
                ))),
        TreeVector(
            "INSERT INTO t (a) VALUES (1 + 2 * - f(3) - 4)",
            .insert(
                Insert(
                    table: "t",
                    values: .columns(
                        ["a"],
                        [
                            .arithmetic(
                                .arithmetic(
                                    .integer("1"), .add,
                                    .arithmetic(
                                        .integer("2"), .multiply,
                                        .negated(.call(FunctionCall("f", [.integer("3")]))))),
                                .subtract, .integer("4"))
                        ]
                    )
                ))),
        TreeVector(
            "INSERT INTO t JSON $${\"a\": 'x'}$$ DEFAULT UNSET",
            .insert(Insert(table: "t", values: .json(.string("{\"a\": 'x'}"), keepsUnset: true)))
        ),
        TreeVector(
            "INSERT INTO t JSON ? DEFAULT NULL IF NOT EXISTS",
            .insert(Insert(table: "t", values: .json(.marker(0), keepsUnset: false), ifNotExists: true))
        ),
    ]

    static let updates: [TreeVector] = [
        TreeVector(
            "UPDATE t SET a = 1, b = b + 2, c = c - [3], d = [4] + d, e[5] = 6, f.g = 7, h += 8, i -= 9, j = j -1"
                + " WHERE k = 1",
            update([
                .set("a", .integer("1")),
                .append("b", .integer("2")),
                .remove("c", .list([.integer("3")])),
                .prepend("d", .list([.integer("4")])),
                .setElement("e", .integer("5"), .integer("6")),
                .setField("f", "g", .integer("7")),
                .append("h", .integer("8")),
                .remove("i", .integer("9")),
                .append("j", .integer("-1")),
            ])
        ),
        TreeVector(
            "UPDATE t SET a = 1 + 2 + a WHERE k = 1",
            update([.prepend("a", .arithmetic(.integer("1"), .add, .integer("2")))])
        ),
        TreeVector(
            "UPDATE t SET a = 1 WHERE k = 1 IF EXISTS", update([.set("a", .integer("1"))], condition: .ifExists)),
        TreeVector(
            "UPDATE t SET a = 1 WHERE k = 1 IF exists = 1 AND b[2] > 3 AND c.d IN (4, 5) AND e IN ? AND f CONTAINS KEY 6",
            update(
                [.set("a", .integer("1"))],
                condition: .columns([
                    ColumnCondition(.column("exists"), .compare(.equal, .integer("1"))),
                    ColumnCondition(.element("b", .integer("2")), .compare(.greater, .integer("3"))),
                    ColumnCondition(.field("c", "d"), .isIn(.terms([.integer("4"), .integer("5")]))),
                    ColumnCondition(.column("e"), .isIn(.bindMarker(BindMarker(index: 0)))),
                    ColumnCondition(.column("f"), .containsKey(.integer("6"))),
                ])
            )
        ),
    ]

    static let deletions: [TreeVector] = [
        TreeVector(
            "DELETE a, b[1], c.d FROM k.t USING TIMESTAMP ? WHERE k = 1 IF EXISTS",
            .delete(
                Delete(
                    table: "k.t",
                    items: [.column("a"), .element("b", .integer("1")), .field("c", "d")],
                    timestamp: .marker(0),
                    relations: [.column("k", .equal, .integer("1"))],
                    condition: .ifExists
                ))),
        TreeVector(
            "DELETE FROM t WHERE k IN (1, ?)",
            .delete(Delete(table: "t", relations: [.columnIn("k", .terms([.integer("1"), .marker(0)]))]))
        ),
    ]

    @Test("INSERT gives its tree", arguments: insertions)
    func insert(_ vector: TreeVector) throws { try vector.verify() }

    @Test("UPDATE gives its tree", arguments: updates)
    func update(_ vector: TreeVector) throws { try vector.verify() }

    @Test("DELETE gives its tree", arguments: deletions)
    func delete(_ vector: TreeVector) throws { try vector.verify() }

    @Test("BATCH gives its tree, with and without `;` between its statements")
    func batch() throws {
        let insert = Insert(table: "t", values: .columns(["a"], [.integer("1")]))
        let delete = Delete(table: "t", relations: [.column("k", .equal, .marker(1))])
        try TreeVector(
            "BEGIN UNLOGGED BATCH USING TTL ? INSERT INTO t (a) VALUES (1); DELETE FROM t WHERE k = ? APPLY BATCH",
            .batch(
                BatchTree(
                    kind: .unlogged,
                    using: Using(timeToLive: .marker(0)),
                    modifications: [.insert(insert), .delete(delete)]
                ))
        ).verify()
        try TreeVector("BEGIN BATCH APPLY BATCH;", .batch(BatchTree(modifications: []))).verify()
        try TreeVector(
            "BEGIN COUNTER BATCH APPLY BATCH",
            .batch(BatchTree(kind: .counter, modifications: []))
        ).verify()
    }

    @Test("bind markers are counted from the left, and not by where they stand in the tree")
    func markers() throws {
        try TreeVector(
            "INSERT INTO t (a) VALUES (1) USING TTL ? AND TIMESTAMP ?",
            .insert(
                Insert(
                    table: "t",
                    values: .columns(["a"], [.integer("1")]),
                    using: Using(timestamp: .marker(1), timeToLive: .marker(0))
                ))
        ).verify()
    }
}
