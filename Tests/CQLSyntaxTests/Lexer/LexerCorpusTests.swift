import CQLSyntax
import Testing

/// The lexer against what Cassandra's own said of hundreds of texts: see Corpus/README.md.
@Suite struct LexerCorpusTests {
    struct Entry {
        let verdicts: String
        let tokens: String
        let text: String
    }

    private func entries() throws -> [Entry] {
        try TestFiles.text("Corpus/lexer.tsv").split(separator: "\n").map { line in
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            try #require(columns.count == 3 && columns[0].count == 4, "not an entry: \(line)")
            return Entry(verdicts: columns[0], tokens: columns[1], text: Escaping.unescaped(columns[2]))
        }
    }

    @Test("a text lexes if one release's lexer takes it, into the tokens of 6.0")
    func verdicts() throws {
        let entries = try entries()
        #expect(entries.count > 700)
        for entry in entries {
            let lexed = LexedText(SourceText(name: "t", text: entry.text))
            #expect(lexed.diagnostics.isEmpty == entry.verdicts.contains("+"), "\(entry.text.debugDescription)")
            guard entry.verdicts.last == "+" else { continue }
            let tokens = lexed.tokens.filter { !$0.kind.isComment }.map { token in
                "\(letter(token.kind))\(token.range.lowerBound)-\(token.range.upperBound)"
            }
            #expect(tokens.joined(separator: " ") == entry.tokens, "\(entry.text.debugDescription)")
        }
    }

    private func letter(_ kind: TokenKind) -> String {
        switch kind {
        case .identifier: "W"
        case .quotedIdentifier: "Q"
        case .stringLiteral, .dollarString: "S"
        case .integer: "I"
        case .float: "F"
        case .hexBlob: "H"
        case .uuid: "U"
        case .duration: "D"
        default: "P"
        }
    }
}
