import CQLSyntax
import SchemaModel
import Testing

@Suite struct RowsTests {
    @Test(
        "rows of a real node, read into a catalogue and written out again, are the same",
        arguments: Recording.all + Recording.objects)
    func roundTrip(recording: Recording) throws {
        let rows = try recording.lines("rows").map { try SystemRow(line: $0) }
        let catalogue = try Catalogue(rows: rows, release: recording.release)
        let written = catalogue.keyspaces.values.flatMap { $0.rows(for: recording.release) }
        let (expected, result) = (Set(rows), Set(written))
        #expect(expected.subtracting(result).isEmpty)
        #expect(result.subtracting(expected).isEmpty)
        #expect(written.count == rows.count)
    }

    @Test(
        "the statements make the schema that a real node had after them", arguments: Recording.all + Recording.objects)
    func statements(recording: Recording) throws {
        let rows = try recording.lines("rows").map { try SystemRow(line: $0) }
        let real = try Catalogue(rows: rows, release: recording.release)
        var made = try recording.catalogueAfterAll()
        // 3.11 takes a column twice in CLUSTERING ORDER BY, which the reader of statements refuses.
        if recording.release == .v311 { made.keyspaces["m"]?.tables["e36"] = real.table("e36", in: "m") }
        made.keyspaces = made.keyspaces.filter { !$0.key.hasPrefix("system") }
        // No row has these.
        for keyspace in made.keyspaces.keys {
            made.keyspaces[keyspace]?.comments = [:]
            made.keyspaces[keyspace]?.securityLabels = [:]
            // 3.11 loses new names of columns in the views' conditions when it alters a view, and all but the first name.
            for view in made.keyspaces[keyspace]?.views.keys.sorted() ?? [] where recording.release == .v311 {
                guard let relations = real.view(view, in: keyspace)?.relations else { continue }
                made.keyspaces[keyspace]?.views[view]?.relations = relations
            }
            for table in made.keyspaces[keyspace]?.tables.keys.sorted() ?? [] {
                made.keyspaces[keyspace]?.tables[table]?.options.cdc = false
                made.keyspaces[keyspace]?.tables[table]?.options.fastPath = nil
                for index in made.table(table, in: keyspace)?.partitionKey.indices ?? 0..<0 {
                    made.keyspaces[keyspace]?.tables[table]?.partitionKey[index].constraints = []
                }
                for column in made.table(table, in: keyspace)?.columns ?? [] where !column.constraints.isEmpty {
                    made.keyspaces[keyspace]?.tables[table]?.removeColumn(column.name)
                    made.keyspaces[keyspace]?.tables[table]?.add(Column(column.name, column.type, column.kind))
                }
            }
        }
        #expect(made.differences(to: real, release: recording.release) == [])
        for (name, keyspace) in real.keyspaces {
            for (tableName, table) in keyspace.tables {
                let dropped = made.table(tableName, in: name)?.dropped.mapValues { column in
                    var column = column
                    column.time = column.time / 1000 * 1000
                    // The node took its own time where the statement says none.
                    if column.time == Recording.now { column.time = table.dropped[column.name]?.time ?? 0 }
                    return column
                }
                #expect(dropped == table.dropped, "\(name).\(tableName)")
            }
        }
    }
}
