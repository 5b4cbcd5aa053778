import CQLSyntax
import Testing

/// Views, functions, aggregates, triggers and copies of tables.
@Suite struct ProgramDefinitionTests {
    static let views: [TreeVector] = [
        TreeVector(
            "CREATE MATERIALIZED VIEW IF NOT EXISTS k.v AS SELECT a, b FROM k.t WHERE a IS NOT NULL AND b > 1"
                + " PRIMARY KEY ((a, b), c) WITH CLUSTERING ORDER BY (c DESC) AND comment = 'x'",
            .createView(
                CreateView(
                    name: "k.v",
                    ifNotExists: true,
                    items: [SelectedItem(.column("a")), SelectedItem(.column("b"))],
                    table: "k.t",
                    relations: [.isNotNull("a"), .column("b", .greater, .integer("1"))],
                    primaryKey: PrimaryKey(partition: ["a", "b"], clustering: ["c"]),
                    clusteringOrder: [ClusteringOrder(column: "c", isDescending: true)],
                    properties: [Property("comment", .constant(Constant(.string, "x")))]
                ))),
        TreeVector(
            "ALTER MATERIALIZED VIEW IF EXISTS v WITH gc_grace_seconds = 1",
            .alterView(
                AlterView(
                    name: "v",
                    ifExists: true,
                    properties: [Property("gc_grace_seconds", .constant(Constant(.integer, "1")))]
                ))),
        TreeVector("DROP MATERIALIZED VIEW k.v", .dropView(DropObject(name: "k.v"))),
        TreeVector(
            "CREATE TABLE IF NOT EXISTS t LIKE k.s WITH INDEXES AND comments = 'x' AND SECURITY LABELS AND COMMENTS",
            .copyTable(
                CopyTable(
                    name: "t",
                    ifNotExists: true,
                    source: "k.s",
                    options: [.indexes, .securityLabels, .comments],
                    properties: [Property("comments", .constant(Constant(.string, "x")))]
                ))),
    ]

    static let functions: [TreeVector] = [
        TreeVector(
            "CREATE OR REPLACE FUNCTION k.f (a int, \"B\" list<text>) CALLED ON NULL INPUT RETURNS frozen<k.t>"
                + " LANGUAGE Java AS $$return 'x';$$",
            .createFunction(
                CreateFunction(
                    name: "k.f",
                    orReplace: true,
                    arguments: [
                        FunctionArgument(name: "a", type: .native(.int)),
                        FunctionArgument(name: "B", type: .list(.native(.text))),
                    ],
                    isCalledOnNull: true,
                    returnType: .frozen(.userDefined("k.t")),
                    language: "java",
                    body: "return 'x';"
                ))),
        TreeVector(
            "CREATE FUNCTION IF NOT EXISTS f () RETURNS NULL ON NULL INPUT RETURNS int LANGUAGE java AS 'a$$''b'",
            .createFunction(
                CreateFunction(
                    name: "f",
                    ifNotExists: true,
                    arguments: [],
                    isCalledOnNull: false,
                    returnType: .native(.int),
                    language: "java",
                    body: "a$$'b"
                ))),
        TreeVector("DROP FUNCTION f", .dropFunction(DropFunction(name: "f"))),
        TreeVector("DROP FUNCTION f ()", .dropFunction(DropFunction(name: "f", argumentTypes: []))),
        TreeVector(
            "DROP AGGREGATE IF EXISTS k.a (int, list<text>)",
            .dropAggregate(
                DropFunction(name: "k.a", argumentTypes: [.native(.int), .list(.native(.text))], ifExists: true))
        ),
        TreeVector(
            "CREATE AGGREGATE a (int) SFUNC f STYPE tuple<int, text> FINALFUNC \"G\" INITCOND (0, 'x')",
            .createAggregate(
                CreateAggregate(
                    name: "a",
                    argumentTypes: [.native(.int)],
                    stateFunction: "f",
                    stateType: .tuple([.native(.int), .native(.text)]),
                    finalFunction: "G",
                    initialCondition: .tuple([.integer("0"), .string("x")])
                ))),
        TreeVector(
            "CREATE OR REPLACE AGGREGATE IF NOT EXISTS a () SFUNC \"ttl\" STYPE int",
            .createAggregate(
                CreateAggregate(
                    name: "a",
                    orReplace: true,
                    ifNotExists: true,
                    argumentTypes: [],
                    stateFunction: "ttl",
                    stateType: .native(.int)
                ))),
    ]

    @Test("a definition of a view or a copy of a table gives its tree", arguments: views)
    func view(_ vector: TreeVector) throws { try vector.verify() }

    @Test("a definition of a function or an aggregate gives its tree", arguments: functions)
    func function(_ vector: TreeVector) throws { try vector.verify() }

    @Test("a definition of a trigger gives its tree")
    func trigger() throws {
        try TreeVector(
            "CREATE TRIGGER IF NOT EXISTS \"T\" ON k.t USING 'org.x'",
            .createTrigger(CreateTrigger(name: "T", ifNotExists: true, table: "k.t", using: "org.x"))
        ).verify()
        try TreeVector(
            "DROP TRIGGER IF EXISTS tr ON t",
            .dropTrigger(DropTrigger(name: "tr", ifExists: true, table: "t"))
        ).verify()
    }
}
