import CQLSyntax
import FoundationEssentials
import SchemaModel
import Testing

@Suite struct DescribeTests {
    @Test(
        "DESCRIBE KEYSPACE is written to the byte as a real node does",
        arguments: Recording.all.dropFirst() + Recording.objects.dropFirst())
    func describe(recording: Recording) throws {
        let rows = try recording.lines("rows").map { try SystemRow(line: $0) }
        let real = try Catalogue(rows: rows, release: recording.release)
        var catalogue = try recording.catalogueAfterAll()
        for keyspace in real.keyspaces.values {
            for table in keyspace.tables.values {
                catalogue.keyspaces[keyspace.name]?.tables[table.name]?.id = table.id
            }
            for view in keyspace.views.values {
                catalogue.keyspaces[keyspace.name]?.views[view.name]?.baseID = view.baseID
                catalogue.keyspaces[keyspace.name]?.views[view.name]?.table.id = view.table.id
            }
        }
        var differences: [String] = []
        let lines = try recording.lines("describe").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        for query in Set(lines.map { $0[0] }).sorted() {
            let expected = lines.filter { $0[0] == query }
            let describer = Describer(release: recording.release, withInternals: query.hasSuffix("INTERNALS"))
            let name = try #require(CQLIdentifier.name(from: expected[0][1]))
            let elements = describer.elements(of: try #require(catalogue[name]))
            #expect(elements.map(\.kind.rawValue) == expected.map { $0[2] })
            #expect(elements.map(\.shownName) == expected.map { $0[3] })
            for (element, line) in zip(elements, expected) {
                let text = element.statement.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
                if withoutOwnTime(text, of: line[4]) != line[4] {
                    differences.append("\(query) \(element.name)\n node: \(line[4])\n here: \(text)")
                }
            }
        }
        #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
    }

    /// The text with the time that the node took where a statement says none.
    private func withoutOwnTime(_ text: String, of recorded: String) -> String {
        let own = "USING TIMESTAMP \(Recording.now)"
        let parts = text.split(separator: own, omittingEmptySubsequences: false)
        return parts.dropFirst().reduce(String(parts[0])) { result, part in
            let start = result + "USING TIMESTAMP "
            let time = recorded.dropFirst(start.count).prefix { $0.isNumber }
            return start + time + part
        }
    }
}
