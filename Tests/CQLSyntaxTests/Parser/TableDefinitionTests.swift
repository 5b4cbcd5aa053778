import CQLSyntax
import Testing

/// CREATE, ALTER and DROP TABLE.
@Suite struct TableDefinitionTests {
    static let creations: [TreeVector] = [
        TreeVector(
            """
            CREATE TABLE IF NOT EXISTS shop.orders (
                customer uuid,
                "Number" bigint,
                state text STATIC,
                items list<frozen<tuple<text, int>>>,
                vec vector<float, 3>,
                PRIMARY KEY ((customer), "Number")
            ) WITH CLUSTERING ORDER BY ("Number" DESC) AND comment = 'it''s' AND COMPACT STORAGE AND speculative_retry = 99.0
            """,
            .createTable(
                CreateTable(
                    name: "shop.orders",
                    ifNotExists: true,
                    columns: [
                        ColumnDefinition(name: "customer", type: .native(.uuid)),
                        ColumnDefinition(name: "Number", type: .native(.bigint)),
                        ColumnDefinition(name: "state", type: .native(.text), isStatic: true),
                        ColumnDefinition(
                            name: "items", type: .list(.frozen(.tuple([.native(.text), .native(.int)])))),
                        ColumnDefinition(name: "vec", type: .vector(.native(.float), dimension: 3)),
                    ],
                    primaryKey: PrimaryKey(partition: ["customer"], clustering: ["Number"]),
                    clusteringOrder: [ClusteringOrder(column: "Number", isDescending: true)],
                    isCompactStorage: true,
                    properties: [
                        Property("comment", .constant(Constant(.string, "it's"))),
                        Property("speculative_retry", .constant(Constant(.float, "99.0"))),
                    ]
                ))),
        TreeVector(
            "CREATE TABLE t (a int PRIMARY KEY,, b map<text, k.udt>,)",
            .createTable(
                CreateTable(
                    name: "t",
                    columns: [
                        ColumnDefinition(name: "a", type: .native(.int), isPrimaryKey: true),
                        ColumnDefinition(name: "b", type: .map(.native(.text), .userDefined("k.udt"))),
                    ],
                    primaryKey: nil
                ))),
        TreeVector(
            "CREATE COLUMNFAMILY t (a 'Int32Type', b \"text\", PRIMARY KEY ((a, b)))",
            .createTable(
                CreateTable(
                    name: "t",
                    columns: [
                        ColumnDefinition(name: "a", type: .custom("Int32Type")),
                        ColumnDefinition(name: "b", type: .userDefined("text")),
                    ],
                    primaryKey: PrimaryKey(partition: ["a", "b"])
                ))),
        TreeVector(
            "CREATE TABLE t (a text MASKED WITH DEFAULT PRIMARY KEY, b text MASKED WITH mask_inner(1, null))",
            .createTable(
                CreateTable(
                    name: "t",
                    columns: [
                        ColumnDefinition(
                            name: "a",
                            type: .native(.text),
                            isPrimaryKey: true,
                            mask: FunctionCall("mask_default", [])
                        ),
                        ColumnDefinition(
                            name: "b",
                            type: .native(.text),
                            mask: FunctionCall("mask_inner", [.integer("1"), .null])
                        ),
                    ],
                    primaryKey: nil
                ))),
        TreeVector(
            "CREATE TABLE t (a text NOT NULL CHECK LENGTH('x') < 3 AND JSON(), b int CHECK b > -1)",
            .createTable(
                CreateTable(
                    name: "t",
                    columns: [
                        ColumnDefinition(
                            name: "a",
                            type: .native(.text),
                            constraints: [
                                .notNull,
                                .functionComparison(
                                    .init(name: "length", arguments: ["'x'"]), .less, Constant(.integer, "3")),
                                .function(.init(name: "json", arguments: [])),
                            ]
                        ),
                        ColumnDefinition(
                            name: "b",
                            type: .native(.int),
                            constraints: [.comparison("b", .greater, Constant(.integer, "-1"))]
                        ),
                    ],
                    primaryKey: nil
                ))),
    ]

    static let alterations: [(String, AlterTable)] = [
        (
            "ALTER TABLE t ADD a int",
            AlterTable(
                name: "t",
                change: .add([ColumnDefinition(name: "a", type: .native(.int))], ifNotExists: false)
            )
        ),
        (
            "ALTER TABLE IF EXISTS k.t ADD IF NOT EXISTS (a int STATIC, b text)",
            AlterTable(
                name: "k.t",
                ifExists: true,
                change: .add(
                    [
                        ColumnDefinition(name: "a", type: .native(.int), isStatic: true),
                        ColumnDefinition(name: "b", type: .native(.text)),
                    ],
                    ifNotExists: true
                )
            )
        ),
        (
            "ALTER TABLE t DROP (a, b) USING TIMESTAMP -5",
            AlterTable(
                name: "t",
                change: .drop(["a", "b"], ifExists: false, timestamp: Constant(.integer, "-5"))
            )
        ),
        (
            "ALTER TABLE t DROP IF EXISTS compact",
            AlterTable(name: "t", change: .drop(["compact"], ifExists: true, timestamp: nil))
        ),
        ("ALTER TABLE t DROP COMPACT STORAGE", AlterTable(name: "t", change: .dropCompactStorage)),
        (
            "ALTER TABLE t RENAME IF EXISTS a TO \"B\" AND c TO d",
            AlterTable(
                name: "t",
                change: .rename([Rename(from: "a", to: "B"), Rename(from: "c", to: "d")], ifExists: true)
            )
        ),
        (
            "ALTER TABLE t ALTER a TYPE blob",
            AlterTable(name: "t", change: .alterType("a", .native(.blob), ifExists: false))
        ),
        (
            "ALTER TABLE t ALTER IF EXISTS a MASKED WITH k.f()",
            AlterTable(name: "t", change: .mask("a", FunctionCall("k.f", []), ifExists: true))
        ),
        ("ALTER TABLE t ALTER a DROP MASKED", AlterTable(name: "t", change: .mask("a", nil, ifExists: false))),
        (
            "ALTER TABLE t ALTER a CHECK NOT NULL",
            AlterTable(name: "t", change: .check("a", [.notNull], ifExists: false))
        ),
        ("ALTER TABLE t ALTER a DROP CHECK", AlterTable(name: "t", change: .check("a", [], ifExists: false))),
        (
            "ALTER TABLE t WITH gc_grace_seconds = 1 AND x = text",
            AlterTable(
                name: "t",
                change: .properties([
                    Property("gc_grace_seconds", .constant(Constant(.integer, "1"))),
                    Property("x", .constant(Constant(.word, "text"))),
                ])
            )
        ),
    ]

    @Test("CREATE TABLE gives its tree", arguments: creations)
    func create(_ vector: TreeVector) throws { try vector.verify() }

    @Test("ALTER TABLE gives its tree", arguments: alterations.map { TreeVector($0.0, .alterTable($0.1)) })
    func alter(_ vector: TreeVector) throws { try vector.verify() }

    @Test("DROP TABLE and TRUNCATE give their trees")
    func drop() throws {
        try TreeVector("DROP TABLE IF EXISTS k.t", .dropTable(DropObject(name: "k.t", ifExists: true))).verify()
        try TreeVector("TRUNCATE COLUMNFAMILY k.t", .truncate("k.t")).verify()
        try TreeVector("TRUNCATE t", .truncate("t")).verify()
        try TreeVector("USE \"K\"", .use("K")).verify()
    }
}
