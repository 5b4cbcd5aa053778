import CQLSyntax
import Testing

@Suite struct CanonicalTokensTests {
    private func bytes(_ text: String, _ part: ScriptPart = .up) -> String {
        String(decoding: ParsedScript(SourceText(name: "t", text: text)).canonicalBytes(of: part), as: UTF8.self)
    }

    @Test("the form is one record a token, one a directive, one a statement's end")
    func form() {
        let text = "-- @timeout\t 5 m \nDROP TABLE \"a\"\"b\";"
        #expect(bytes(text) == "@12:@timeout 5 m\n4:DROP\n5:TABLE\n6:\"a\"\"b\"\n;\n")
    }

    static let equal = [
        ("white space", "DROP TABLE a;", "  DROP\n\tTABLE\r\n  a\n;\n"),
        ("comments", "DROP TABLE a;", "-- x\nDROP /* y */ TABLE // z\n a; -- end"),
        ("the last semicolon", "DROP TABLE a;", "DROP TABLE a"),
        ("empty statements", "DROP TABLE a; DROP TABLE b", ";DROP TABLE a;;DROP TABLE b;;"),
        ("a byte order mark", "DROP TABLE a", "\u{FEFF}DROP TABLE a"),
        ("CRLF in a string", "INSERT INTO t (a) VALUES ('x\ny')", "INSERT INTO t (a) VALUES ('x\r\ny')"),
        ("CR in a body", "AS $$\nx\n\ny$$", "AS $$\rx\r\ry$$"),
        ("CRLF in a name", "DROP TABLE \"a\nb\"", "DROP TABLE \"a\r\nb\""),
        ("the down part", "DROP TABLE a;", "DROP TABLE a;\n-- @down\nDROP TABLE b;"),
        ("remarks for the linter", "DROP TABLE a;", "-- cqlmig:ignore drop-table -- agreed\nDROP TABLE a;"),
        ("blanks in a directive", "-- @a b c\nUSE k", "--  @a   b\tc  \nUSE k"),
        ("a blank in front of a negative number", "SELECT a-1 FROM t", "SELECT a -1 FROM t"),
    ]

    @Test("these make no difference", arguments: equal)
    func same(_ name: String, _ left: String, _ right: String) {
        #expect(bytes(left) == bytes(right), "\(name)")
    }

    static let different = [
        ("case", "DROP TABLE a", "drop table a"),
        ("a literal's blanks", "USE 'a b'", "USE 'a  b'"),
        ("where a token ends", "USE a b", "USE ab"),
        ("where a statement ends", "USE a; USE b", "USE a USE b"),
        ("a directive", "USE a", "-- @x\nUSE a"),
        ("a directive's place", "-- @x\nUSE a; USE b", "USE a;\n-- @x\nUSE b"),
        ("a string for a name", "USE \"a\"", "USE 'a'"),
        ("a number's minus", "SELECT a - 1 FROM t", "SELECT a -1 FROM t"),
        ("records in a literal", "USE '\n;\n3:USE\n'", "USE '';USE ''"),
    ]

    @Test("these do", arguments: different)
    func differs(_ name: String, _ left: String, _ right: String) {
        #expect(bytes(left) != bytes(right), "\(name)")
    }

    @Test("the parts have bytes of their own, and directives alone count")
    func parts() {
        let text = "DROP TABLE a;\n-- @down\n-- @x\nDROP TABLE b;"
        #expect(bytes(text, .down) == "@2:@x\n4:DROP\n5:TABLE\n1:b\n;\n")
        #expect(bytes("DROP TABLE a;", .down) == "")
        #expect(bytes("-- @x 1\n") == "@4:@x 1\n")
    }

    @Test("a statement's own bytes leave its directives out")
    func statement() throws {
        let script = ParsedScript(SourceText(name: "t", text: "-- @x\nUSE a;"))
        let statement = try #require(script.up.first)
        #expect(String(decoding: statement.canonicalBytes, as: UTF8.self) == "3:USE\n1:a\n;\n")
    }

    @Test("placeholders count as written")
    func placeholders() {
        let source = SourceText(name: "t", text: "USE ${ks}_x")
        let script = ParsedScript(source, options: LexerOptions(placeholders: true))
        #expect(script.diagnostics == [])
        #expect(String(decoding: script.canonicalBytes(of: .up), as: UTF8.self) == "3:USE\n7:${ks}_x\n;\n")
        #expect(script.up[0].summary.object == ObjectName(name: "${ks}_x"))
    }
}
