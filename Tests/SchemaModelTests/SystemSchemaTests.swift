import CQLSyntax
import SchemaModel
import Testing

@Suite struct SystemSchemaTests {
    @Test("the server's own keyspaces have the rows that a real node has of them", arguments: Recording.all)
    func rows(recording: Recording) throws {
        let release = recording.release
        // What nodes write of columns that are gone differs with their history, and replication with the data centres.
        let expected = try Set(
            recording.lines("system.rows").map { try SystemRow(line: $0) }.filter { row in
                row.table != "dropped_columns" && row.table != "keyspaces"
            })
        let rows = SystemSchema.catalogue(for: release).keyspaces.values.flatMap { $0.rows(for: release) }
        let written = Set(rows.filter { $0.table != "keyspaces" })
        #expect(expected.subtracting(written).isEmpty)
        #expect(written.subtracting(expected).isEmpty)
    }

    @Test("the virtual keyspaces have the columns that a real node shows", arguments: Recording.all.dropFirst())
    func virtual(recording: Recording) throws {
        let release = recording.release
        let expected = try Set(
            recording.lines("virtual.rows").map { try SystemRow(line: $0) }.filter { $0.table == "columns" })
        let rows = SystemSchema.virtualCatalogue(for: release).keyspaces.values.flatMap { $0.rows(for: release) }
        let written = Set(rows.filter { $0.table == "columns" })
        #expect(expected.subtracting(written).isEmpty)
        #expect(written.subtracting(expected).isEmpty)
    }

    @Test("drivers find their tables in every release", arguments: CassandraRelease.allCases)
    func tables(release: CassandraRelease) {
        let catalogue = SystemSchema.catalogue(for: release)
        #expect(catalogue.table("local", in: "system")?.column("tokens")?.type.description == "set<text>")
        #expect((catalogue.table("peers_v2", in: "system") == nil) == (release == .v311))
        let virtual = SystemSchema.virtualCatalogue(for: release)
        #expect((virtual.table("tables", in: "system_virtual_schema")?.isVirtual == true) == (release != .v311))
    }
}
