import CQLSyntax
import Testing

@Suite struct LexerTests {
    struct Vector: CustomTestStringConvertible {
        let text: String
        let kinds: [TokenKind]
        let pieces: [String]

        init(_ text: String, _ tokens: (TokenKind, String)...) {
            self.text = text
            kinds = tokens.map(\.0)
            pieces = tokens.map(\.1)
        }

        var testDescription: String { text.debugDescription }
    }

    static let words = [
        Vector("SELECT a_1", (.identifier, "SELECT"), (.identifier, "a_1")),
        Vector("true NaN", (.identifier, "true"), (.identifier, "NaN")),
        Vector("\"a;b\"\"c\"", (.quotedIdentifier, "\"a;b\"\"c\"")),
        Vector("\"\"", (.quotedIdentifier, "\"\"")),
        Vector("\"\"x", (.quotedIdentifier, "\"\""), (.identifier, "x")),
        Vector("\"\"\"x\"", (.quotedIdentifier, "\"\"\"x\"")),
        Vector("a.b", (.identifier, "a"), (.dot, "."), (.identifier, "b")),
        Vector("abcdefab", (.identifier, "abcdefab")),
        Vector("p1y", (.identifier, "p1y")),
        Vector("P1Yx", (.identifier, "P1Yx")),
        Vector("? :name", (.bindMarker, "?"), (.colon, ":"), (.identifier, "name")),
    ]

    static let literals = [
        Vector("'it''s -- // /* $$ ;'", (.stringLiteral, "'it''s -- // /* $$ ;'")),
        Vector("''", (.stringLiteral, "''")),
        Vector("$$ int a = 1; // it's \"$ok\" $$", (.dollarString, "$$ int a = 1; // it's \"$ok\" $$")),
        Vector("$$$$", (.dollarString, "$$$$")),
        Vector("$$$a$$", (.dollarString, "$$$a$$")),
        Vector("a$$b$$c", (.identifier, "a"), (.dollarString, "$$b$$"), (.identifier, "c")),
        Vector("0xCAFE 0x", (.hexBlob, "0xCAFE"), (.hexBlob, "0x")),
        Vector("0xZZ", (.hexBlob, "0x"), (.identifier, "ZZ")),
        Vector("550e8400-e29b-41d4-a716-446655440000", (.uuid, "550e8400-e29b-41d4-a716-446655440000")),
        Vector("a50e8400-E29B-41d4-a716-446655440000", (.uuid, "a50e8400-E29B-41d4-a716-446655440000")),
        Vector("12345678-1234-1234-1234-123456789012", (.uuid, "12345678-1234-1234-1234-123456789012")),
        Vector("1234567e-1234-1234-1234-123456789012", (.uuid, "1234567e-1234-1234-1234-123456789012")),
    ]

    static let numbers = [
        Vector("1 -1", (.integer, "1"), (.integer, "-1")),
        Vector("- 1", (.minus, "-"), (.integer, "1")),
        Vector("a-1", (.identifier, "a"), (.integer, "-1")),
        Vector("1.5 1. .5", (.float, "1.5"), (.float, "1."), (.dot, "."), (.integer, "5")),
        Vector("1e10 -1.5E-3", (.float, "1e10"), (.float, "-1.5E-3")),
        Vector("1234567e-3", (.float, "1234567e-3")),
        Vector("1..2", (.integer, "1"), (.range, ".."), (.integer, "2")),
        Vector("1...2", (.float, "1."), (.range, ".."), (.integer, "2")),
        Vector("1h30m", (.duration, "1h30m")),
        Vector("-1y2mo3w4d5h6m7s8ms9us10µs11ns", (.duration, "-1y2mo3w4d5h6m7s8ms9us10µs11ns")),
        Vector("1hx", (.duration, "1h"), (.identifier, "x")),
        Vector("P1Y2M3DT4H5M6S -PT5M P2W", (.duration, "P1Y2M3DT4H5M6S"), (.duration, "-PT5M"), (.duration, "P2W")),
        Vector("-P1D2h -PT1HT", (.duration, "-P1D"), (.duration, "2h"), (.duration, "-PT1H"), (.identifier, "T")),
        Vector("P0001-02-03T04:05:06", (.duration, "P0001-02-03T04:05:06")),
    ]

    static let signs = [
        Vector("a += 1", (.identifier, "a"), (.plusEqual, "+="), (.integer, "1")),
        Vector(
            "-= != <> <= >= == %",
            (.minusEqual, "-="), (.notEqual, "!="), (.less, "<"), (.greater, ">"), (.lessOrEqual, "<="),
            (.greaterOrEqual, ">="), (.equal, "="), (.equal, "="), (.percent, "%")),
        Vector(
            "([{}]),;*/+",
            (.leftParenthesis, "("), (.leftBracket, "["), (.leftBrace, "{"), (.rightBrace, "}"), (.rightBracket, "]"),
            (.rightParenthesis, ")"), (.comma, ","), (.semicolon, ";"), (.star, "*"), (.slash, "/"), (.plus, "+")),
    ]

    static let comments = [
        Vector("a -- b\nc", (.identifier, "a"), (.dashComment, "-- b"), (.identifier, "c")),
        Vector("a--b", (.identifier, "a"), (.dashComment, "--b")),
        Vector("1--2\r3", (.integer, "1"), (.dashComment, "--2"), (.integer, "3")),
        Vector("-- a\r\nb", (.dashComment, "-- a"), (.identifier, "b")),
        Vector("// a /* b\nc", (.slashComment, "// a /* b"), (.identifier, "c")),
        Vector("/* a /* b */ c", (.blockComment, "/* a /* b */"), (.identifier, "c")),
        Vector("/**/a/*/*/", (.blockComment, "/**/"), (.identifier, "a"), (.blockComment, "/*/*/")),
    ]

    @Test("tokens are those of Cassandra's lexer", arguments: words + literals + numbers + signs + comments)
    func tokens(_ vector: Vector) {
        let lexed = LexedText(SourceText(name: "t", text: vector.text))
        #expect(lexed.tokens.map(\.kind) == vector.kinds)
        #expect(lexed.tokens.map { lexed.text(of: $0) } == vector.pieces)
        #expect(lexed.diagnostics == [])
    }

    static let placeholders = [
        Vector("${a}", (.placeholder, "${a}")),
        Vector("${ks}.t", (.placeholder, "${ks}"), (.dot, "."), (.identifier, "t")),
        Vector("t_${a}_x${b} c", (.placeholder, "t_${a}_x${b}"), (.identifier, "c")),
        Vector("'${a}' $$${b}$$", (.stringLiteral, "'${a}'"), (.dollarString, "$$${b}$$")),
    ]

    @Test("placeholders are words where they are asked for", arguments: placeholders)
    func placeholderTokens(_ vector: Vector) {
        let lexed = LexedText(SourceText(name: "t", text: vector.text), options: LexerOptions(placeholders: true))
        #expect(lexed.tokens.map(\.kind) == vector.kinds)
        #expect(lexed.tokens.map { lexed.text(of: $0) } == vector.pieces)
        #expect(lexed.diagnostics == [])
    }

    @Test("a byte order mark is skipped and counted by no column, and offsets are those of the file")
    func byteOrderMark() throws {
        let lexed = LexedText(SourceText(name: "t", bytes: [0xEF, 0xBB, 0xBF] + Array("USE k".utf8)))
        #expect(lexed.tokens.map(\.range) == [3..<6, 7..<8])
        #expect(lexed.diagnostics == [])
        #expect(lexed.source.location(at: 7) == SourceLocation(line: 1, column: 5))
        #expect(lexed.source.lineText(1) == "USE k")
    }
}
