import CQLSyntax
import LiveSchema
import SchemaModel
import Testing

/// Objects that are judged by their rows alone, as nodes of 5.0 show them.
@Suite struct RowPostconditionTests {
    private static func row(_ table: String, _ values: [String: SystemValue]) -> SystemRow {
        SystemRow(table, values.merging(["keyspace_name": .text("k")]) { given, _ in given })
    }

    private static let function = row(
        "functions",
        [
            "function_name": .text("f"), "argument_types": .list([.text("frozen<list<int>>"), .text("text")]),
            "argument_names": .list([.text("a"), .text("b")]), "return_type": .text("int"), "language": .text("java"),
            "body": .text("return 1;"), "called_on_null_input": .boolean(true),
        ])

    private static let functionText = """
        CREATE FUNCTION f (a list<int>, b text) CALLED ON NULL INPUT RETURNS int LANGUAGE java AS 'return 1;'
        """

    @Test("a function is known by its arguments, and compared by its body")
    func functions() throws {
        let same = try #require(try Postcondition(Self.functionText))
        #expect(same.verdict(now: [Self.function]) == .landed)
        #expect(same.verdict(now: []) == .notLanded("function k.f(list<int>, text) is not there"))
        let other = try #require(
            try Postcondition(Self.functionText.split(separator: "return 1;").joined(separator: "return 2;")))
        #expect(
            other.verdict(now: [Self.function])
                == .conflicting([
                    SchemaConflict(
                        "body of function k.f(list<int>, text)", asked: "return 2;", found: "return 1;")
                ]))
        let overload = try #require(
            try Postcondition(
                "CREATE FUNCTION f (a int) CALLED ON NULL INPUT RETURNS int LANGUAGE java AS 'return 1;'"))
        #expect(overload.verdict(now: [Self.function]) == .notLanded("function k.f(int) is not there"))
        let drop = try #require(try Postcondition("DROP FUNCTION f"))
        #expect(drop.verdict(now: [Self.function]) == .notLanded("function k.f is there"))
        #expect(try #require(try Postcondition("DROP FUNCTION f (int)")).verdict(now: [Self.function]) == .landed)
    }

    @Test("an aggregate is compared by its functions")
    func aggregates() throws {
        let row = Self.row(
            "aggregates",
            [
                "aggregate_name": .text("g"), "argument_types": .list([.text("int")]), "state_func": .text("s"),
                "state_type": .text("frozen<tuple<int, bigint>>"), "final_func": .text("e"),
            ])
        let text = "CREATE AGGREGATE g (int) SFUNC s STYPE tuple<int, bigint> FINALFUNC"
        #expect(try #require(try Postcondition("\(text) e INITCOND (0, 0)")).verdict(now: [row]) == .landed)
        #expect(
            try #require(try Postcondition("\(text) x INITCOND (0, 0)")).verdict(now: [row])
                == .conflicting([SchemaConflict("final function of aggregate k.g(int)", asked: "x", found: "e")]))
    }

    private static let view = [
        row(
            "views",
            [
                "view_name": .text("v"), "base_table_name": .text("t"), "include_all_columns": .boolean(false),
                "where_clause": .text("b IS NOT NULL AND a IS NOT NULL"),
            ]),
        row("columns", ["column_name": .text("b"), "kind": .text("partition_key"), "position": .int(0)]),
        row("columns", ["column_name": .text("a"), "kind": .text("clustering"), "position": .int(0)]),
        row("columns", ["column_name": .text("c"), "kind": .text("regular"), "position": .int(-1)]),
    ]

    @Test("a view is compared by its base, its key, its columns and its condition")
    func views() throws {
        func verdict(_ selection: String, _ condition: String, _ key: String) throws -> SchemaVerdict {
            try #require(
                try Postcondition(
                    "CREATE MATERIALIZED VIEW v AS SELECT \(selection) FROM t WHERE \(condition) PRIMARY KEY \(key)")
            ).verdict(now: Self.view)
        }
        #expect(try verdict("a, b, c", "a IS NOT NULL AND b IS NOT NULL", "(b, a)") == .landed)
        #expect(
            try verdict("*", "a IS NOT NULL AND b IS NOT NULL", "(a, b)")
                == .conflicting([
                    SchemaConflict("partition key of view k.v", asked: "(a)", found: "(b)"),
                    SchemaConflict("clustering key of view k.v", asked: "(b)", found: "(a)"),
                    SchemaConflict("selection of view k.v", asked: "*", found: "(c)"),
                ]))
        guard case .conflicting(let conflicts) = try verdict("a, b, c", "a > 3 AND b IS NOT NULL", "(b, a)") else {
            Issue.record("another condition counts as the same")
            return
        }
        #expect(conflicts.map(\.object) == ["condition of view k.v"])
    }

    @Test("a trigger is compared by its class")
    func triggers() throws {
        let row = Self.row("triggers", ["trigger_name": .text("g"), "options": .map(["class": .text("a.B")])])
        #expect(try #require(try Postcondition("CREATE TRIGGER g ON t USING 'a.B'")).verdict(now: [row]) == .landed)
        #expect(
            try #require(try Postcondition("CREATE TRIGGER g ON t USING 'a.C'")).verdict(now: [row])
                == .conflicting([SchemaConflict("class of trigger g of table k.t", asked: "a.C", found: "a.B")]))
        #expect(
            try #require(try Postcondition("DROP TRIGGER g ON t")).verdict(now: [row])
                == .notLanded("trigger k.g is there"))
    }

    @Test("what stands in no row is said to be undecidable")
    func undecidable() throws {
        #expect(
            try #require(try Postcondition("COMMENT ON TABLE t IS 'x'")).verdict(now: [])
                == .undecidable("comments and security labels are not read back"))
        #expect(
            try #require(try Postcondition("ALTER TABLE t ALTER v CHECK v > 1")).verdict(now: [])
                == .undecidable("checks stand in no row of system_schema"))
    }

    @Test(
        "statements that do not change the schema have no postcondition",
        arguments: [
            "CREATE ROLE r", "GRANT SELECT ON t TO r", "INSERT INTO t (id) VALUES (1)", "TRUNCATE t", "USE k",
        ])
    func none(text: String) throws { #expect(try Postcondition(text) == nil) }
}
