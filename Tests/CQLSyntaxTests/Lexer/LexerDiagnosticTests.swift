import CQLSyntax
import Testing

@Suite struct LexerDiagnosticTests {
    struct Vector: CustomTestStringConvertible {
        let code: Diagnostic.Code
        let marked: String
        let words: [String]

        init(_ code: Diagnostic.Code, _ marked: String, _ words: String...) {
            self.code = code
            self.marked = marked
            self.words = words
        }

        var testDescription: String { "\(code): \(marked.debugDescription)" }
    }

    static let vectors = [
        Vector(.unterminatedString, "INSERT INTO t (id, v) VALUES (1, «'»oops);\nDROP TABLE t;"),
        Vector(.unterminatedString, "SELECT «'»a''"),
        Vector(.unterminatedQuotedName, "SELECT «\"»a\"\" FROM t"),
        Vector(.unterminatedQuotedName, "«\"»"),
        Vector(.unterminatedDollarString, "AS «$$» return 1; $"),
        Vector(.unterminatedDollarString, "$$a$$ «$$»$"),
        Vector(.unterminatedComment, "SELECT 1 «/*» * / comment"),
        Vector(.unterminatedComment, "«/*»/"),
        Vector(.hiddenCharacter, "CREATE«\u{A0}»TABLE t", "U+00A0", "no-break space", "ordinary blank"),
        Vector(.hiddenCharacter, "a«\u{200B}»b", "U+200B", "zero-width space"),
        Vector(.hiddenCharacter, "VALUES («\u{2018}»a)", "U+2018", "straight quote: `'`"),
        Vector(.hiddenCharacter, "x = «\u{201D}»", "U+201D", "straight quote: `\"`"),
        Vector(.hiddenCharacter, "a «\u{2013}»1", "U+2013", "ASCII minus"),
        Vector(.unexpectedCharacter, "SELECT na«ï»ve", "U+00EF", "double quotes"),
        Vector(.hiddenCharacter, "«\u{B}»SELECT", "U+000B", "vertical tab"),
        Vector(.unexpectedCharacter, "a «😀😀» b", "U+1F600", "Nor can the 1 behind it"),
        Vector(.unexpectedCharacter, "SELECT a«#»b", "U+0023"),
        Vector(.unexpectedCharacter, "«_»a", "U+005F"),
        Vector(.unexpectedCharacter, "a «!» b", "U+0021", "`!=`"),
        Vector(.unexpectedCharacter, "a «$» b", "U+0024"),
        Vector(.unexpectedCharacter, "«$»{a}", "U+0024"),
        Vector(.malformedNumber, "«1e»", "1e"),
        Vector(.malformedNumber, "x = «1.5e+»;", "1.5e+"),
        Vector(.malformedNumber, "«1h30»"),
        Vector(.malformedNumber, "«1u»"),
        Vector(.malformedNumber, "«-PX» a"),
        Vector(.malformedNumber, "«-P1M2» a"),
        Vector(.malformedNumber, "«-P1YT» a"),
        Vector(.malformedNumber, "«P2000-01» a"),
        Vector(.malformedUUID, "id = «550e8400-e29b-41d4-a716-44665544000» AND", "550e8400-e29b-41d4-a716-44665544000"),
        Vector(.malformedUUID, "«12345678-1» + 1"),
        Vector(.malformedUUID, "«12ab34» a"),
    ]

    @Test("what no release takes is reported where it begins", arguments: vectors)
    func diagnostic(_ vector: Vector) throws {
        let marked = MarkedText(vector.marked)
        let diagnostics = LexedText(marked.source).diagnostics
        #expect(diagnostics.map(\.code) == [vector.code])
        let diagnostic = try #require(diagnostics.first)
        #expect(diagnostic.range == marked.ranges.first)
        #expect(diagnostic.severity == .error)
        let said = diagnostic.message + " " + (diagnostic.hint ?? "")
        for word in vector.words { #expect(said.contains(word)) }
    }

    @Test("a placeholder without its brace is an error at its opening")
    func placeholder() {
        let marked = MarkedText("CREATE TABLE a«${»env\n.t")
        let lexed = LexedText(marked.source, options: LexerOptions(placeholders: true))
        #expect(lexed.diagnostics.map(\.code) == [.unterminatedPlaceholder])
        #expect(lexed.diagnostics.map(\.range) == marked.ranges)
    }

    @Test("a comment may end with the file")
    func commentAtTheEnd() {
        for text in ["SELECT 1 -- a", "--", "//", "// a"] {
            #expect(LexedText(SourceText(name: "t", text: text)).diagnostics == [], "\(text)")
        }
    }

    @Test("a file that is nothing but problems is told of in a hundred of them")
    func limit() throws {
        let lexed = LexedText(SourceText(name: "t", text: String(repeating: "# ", count: 250)))
        #expect(lexed.tokens.count == 250)
        #expect(lexed.diagnostics.count == 100)
        #expect(lexed.diagnostics.last?.notes.map(\.message) == ["150 more problems behind this one are not listed."])
    }
}
