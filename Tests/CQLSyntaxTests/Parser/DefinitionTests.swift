import CQLSyntax
import Testing

/// CREATE, ALTER and DROP of keyspaces, types and indexes.
@Suite struct DefinitionTests {
    static let keyspaces: [TreeVector] = [
        TreeVector(
            "CREATE KEYSPACE IF NOT EXISTS \"Shop\" WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}"
                + " AND durable_writes = false",
            .createKeyspace(
                CreateKeyspace(
                    name: "Shop",
                    ifNotExists: true,
                    properties: [
                        Property(
                            "replication",
                            .map([
                                .init(key: Constant(.string, "class"), value: Constant(.string, "SimpleStrategy")),
                                .init(key: Constant(.string, "replication_factor"), value: Constant(.integer, "1")),
                            ])
                        ),
                        Property("durable_writes", .constant(Constant(.boolean, "false"))),
                    ]
                ))),
        TreeVector(
            "alter keyspace if exists shop with durable_writes = TRUE",
            .alterKeyspace(
                AlterKeyspace(
                    name: "shop",
                    ifExists: true,
                    properties: [Property("durable_writes", .constant(Constant(.boolean, "TRUE")))]
                ))),
        TreeVector("DROP KEYSPACE shop", .dropKeyspace(DropKeyspace(name: "shop"))),
        TreeVector("DROP KEYSPACE IF EXISTS shop;", .dropKeyspace(DropKeyspace(name: "shop", ifExists: true))),
    ]

    static let types: [TreeVector] = [
        TreeVector(
            "CREATE TYPE IF NOT EXISTS k.address (street text, phones set<frozen<phone>>,)",
            .createType(
                CreateType(
                    name: "k.address",
                    ifNotExists: true,
                    fields: [
                        FieldDefinition(name: "street", type: .native(.text)),
                        FieldDefinition(name: "phones", type: .set(.frozen(.userDefined("phone")))),
                    ]
                ))),
        TreeVector(
            "ALTER TYPE address ADD \"Zip\" varchar",
            .alterType(
                AlterType(
                    name: "address",
                    change: .add(FieldDefinition(name: "Zip", type: .native(.text)), ifNotExists: false)
                ))),
        TreeVector(
            "ALTER TYPE IF EXISTS address RENAME IF EXISTS a TO b AND c TO d",
            .alterType(
                AlterType(
                    name: "address",
                    ifExists: true,
                    change: .rename([Rename(from: "a", to: "b"), Rename(from: "c", to: "d")], ifExists: true)
                ))),
        TreeVector(
            "ALTER TYPE address ALTER a TYPE int",
            .alterType(
                AlterType(name: "address", change: .alter(FieldDefinition(name: "a", type: .native(.int))))
            )),
        TreeVector("DROP TYPE IF EXISTS \"text\"", .dropType(DropObject(name: "text", ifExists: true))),
    ]

    static let indexes: [TreeVector] = [
        TreeVector("CREATE INDEX ON t (a)", .createIndex(CreateIndex(name: nil, table: "t", targets: [.column("a")]))),
        TreeVector(
            "CREATE INDEX IF NOT EXISTS i ON k.t (entries(m))",
            .createIndex(CreateIndex(name: "i", ifNotExists: true, table: "k.t", targets: [.entries("m")]))
        ),
        TreeVector(
            "CREATE INDEX i ON t (values) USING 'sai' WITH OPTIONS = {'similarity_function': 'cosine'}",
            .createIndex(
                CreateIndex(
                    name: "i",
                    table: "t",
                    targets: [.column("values")],
                    using: Constant(.string, "sai"),
                    properties: [
                        Property(
                            "options",
                            .map([
                                .init(
                                    key: Constant(.string, "similarity_function"), value: Constant(.string, "cosine"))
                            ])
                        )
                    ]
                ))),
        TreeVector(
            "CREATE CUSTOM INDEX i ON t (keys(a), values(b), full(c), d) USING 'x.Y'",
            .createIndex(
                CreateIndex(
                    name: "i",
                    table: "t",
                    targets: [.keys("a"), .values("b"), .full("c"), .column("d")],
                    isCustom: true,
                    using: Constant(.string, "x.Y")
                ))),
        TreeVector("DROP INDEX IF EXISTS k.i", .dropIndex(DropObject(name: "k.i", ifExists: true))),
    ]

    @Test("a definition of a keyspace gives its tree", arguments: keyspaces)
    func keyspace(_ vector: TreeVector) throws { try vector.verify() }

    @Test("a definition of a type gives its tree", arguments: types)
    func type(_ vector: TreeVector) throws { try vector.verify() }

    @Test("a definition of an index gives its tree", arguments: indexes)
    func index(_ vector: TreeVector) throws { try vector.verify() }
}
