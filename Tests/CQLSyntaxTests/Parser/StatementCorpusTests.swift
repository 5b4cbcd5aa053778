import CQLSyntax
import Testing

/// The parser against what Cassandra's own said of two thousand statements: see Corpus/README.md.
@Suite struct StatementCorpusTests {
    struct Entry {
        /// The verdicts of 3.11, 4.1, 5.0 and 6.0.
        let verdicts: [Bool]
        let text: String
    }

    static let releases: [CassandraRelease] = [.v311, .v41, .v50, .v60]

    private func entries() throws -> [Entry] {
        try TestFiles.text("Corpus/statements.tsv").split(separator: "\n").map { line in
            let columns = line.split(separator: "\t", maxSplits: 1).map(String.init)
            try #require(columns.count == 2 && columns[0].count == 4, "not an entry: \(line)")
            return Entry(verdicts: columns[0].map { $0 == "+" }, text: columns[1])
        }
    }

    @Test("a release reads a statement if and only if its parser does", arguments: releases)
    func verdicts(of release: CassandraRelease) throws {
        let entries = try entries()
        #expect(entries.count > 1900)
        let index = try #require(Self.releases.firstIndex(of: release))
        for entry in entries {
            do {
                _ = try StatementTree(parsing: entry.text, for: release)
                #expect(entry.verdicts[index], "\(entry.text)")
            } catch {
                // 3.11 looks for these only when it looks at the schema.
                guard release != .v311 || error.diagnostic.code != .duplicate else { continue }
                #expect(!entry.verdicts[index], "\(entry.text): \(error.diagnostic.message)")
            }
        }
    }

    @Test("what a release reads is rendered as what it reads as the same", arguments: releases)
    func roundTrip(in release: CassandraRelease) throws {
        var count = 0
        for entry in try entries() {
            guard let tree = try? StatementTree(parsing: entry.text, for: release) else { continue }
            let rendered = tree.description
            #expect(try StatementTree(parsing: rendered, for: release) == tree, "\(entry.text) as \(rendered)")
            count += 1
        }
        #expect(count > 500)
    }

    @Test("what a release from 4.1 on reads is read when no release is asked for")
    func union() throws {
        for entry in try entries() where entry.verdicts.dropFirst().contains(true) {
            // Before 5.0 it is a function like others.
            guard !entry.text.lowercased().contains("maxwritetime") else { continue }
            #expect(throws: Never.self, "\(entry.text)") { _ = try StatementTree(parsing: entry.text) }
        }
    }
}
