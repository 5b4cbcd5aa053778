import CQLSyntax
import FoundationEssentials
import SchemaModel
import Testing

@Suite struct RowErrorsTests {
    @Test("a type that nobody can read names its row and column")
    func unreadableType() {
        let row = SystemRow(
            "columns",
            [
                "keyspace_name": .text("k"), "table_name": .text("t"), "column_name": .text("c"),
                "kind": .text("regular"), "clustering_order": .text("none"), "position": .int(-1),
                "type": .text("list<"),
            ])
        let error = #expect(throws: SystemRowError.self) { try Catalogue(rows: [row], release: .v50) }
        #expect(
            error?.description == "The row of system_schema.columns for k.t.c has no readable type in its column type.")
    }

    @Test("a null where a value must be says what was needed")
    func missing() throws {
        let error = #expect(throws: SystemRowError.self) {
            try Catalogue(rows: [SystemRow("keyspaces", ["keyspace_name": .text("k")])], release: .v50)
        }
        #expect(
            error?.description
                == "The row of system_schema.keyspaces for k has no map of texts in its column replication.")
    }

    @Test("rows of what has no place in the catalogue are passed over")
    func others() throws {
        #expect(
            try Catalogue(rows: [SystemRow("columns_of_tomorrow", [:])], release: .v50) == Catalogue())
    }

    @Test("a time beyond all microseconds does not trap")
    func farTime() throws {
        let rows = [
            SystemRow("keyspaces", ["keyspace_name": .text("k"), "replication": .map([:])]),
            SystemRow(
                "tables",
                [
                    "keyspace_name": .text("k"), "table_name": .text("t"), "flags": .set([]),
                    "id": .uuid(UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1))),
                ]),
            SystemRow(
                "dropped_columns",
                [
                    "keyspace_name": .text("k"), "table_name": .text("t"), "column_name": .text("c"),
                    "type": .text("int"), "dropped_time": .timestamp(.max),
                ]),
        ]
        let catalogue = try Catalogue(rows: rows, release: .v50)
        #expect(catalogue.table("t", in: "k")?.dropped["c"]?.time == .max)
    }
}
