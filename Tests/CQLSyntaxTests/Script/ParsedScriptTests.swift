import CQLSyntax
import Testing

@Suite struct ParsedScriptTests {
    struct Marker: CustomTestStringConvertible {
        let comment: String
        let defect: String?

        init(_ comment: String, _ defect: String? = nil) {
            self.comment = comment
            self.defect = defect
        }

        var testDescription: String { comment.debugDescription }
    }

    static let markers = [
        Marker("-- @down"), Marker("  -- @down  "), Marker("\t--\t@down\t"), Marker("--   @down"),
        Marker("--@down", "`--` and one blank must stand before `@`"),
        Marker("---@down", "`--` and one blank must stand before `@`"),
        Marker("--- @down", "`--` and one blank must stand before `@`"),
        Marker("--@Down:", "`--` and one blank must stand before `@`"),
        Marker("-- @Down", "it is written `@down`, in lower case and without a blank"),
        Marker("-- @ down", "it is written `@down`, in lower case and without a blank"),
        Marker("-- @DOWN.", "it is written `@down`, in lower case and without a blank"),
        Marker("-- @down (note)", "something follows `@down`"),
        Marker("-- @down;", "something follows `@down`"),
        Marker("-- @down: undo", "something follows `@down`"),
        Marker("-- @down -- undo", "something follows `@down`"),
        Marker("// @down", "it begins with `//`"),
        Marker("//@down", "it begins with `//`"),
        Marker("/* @down */", "it is a block comment"),
        Marker("/*@Down*/", "it is a block comment"),
        Marker("/**\n * @down\n **/", "it is a block comment"),
        Marker("/* @down (note) */", "it is a block comment"),
        Marker("/**/ -- @down", "it shares its line with something else"),
    ]

    @Test("a marker separates the parts, and so does what was meant to be one", arguments: markers)
    func marker(_ marker: Marker) throws {
        let script = ParsedScript(
            SourceText(name: "t", text: "DROP TABLE a;\n" + marker.comment + "\nDROP TABLE b;\n"))
        #expect(script.up.map(\.text) == ["DROP TABLE a"])
        #expect(script.down?.map(\.text) == ["DROP TABLE b"])
        #expect(script.downMarker != nil)
        if let defect = marker.defect {
            #expect(script.diagnostics.map(\.code) == [.downMarker])
            #expect(script.diagnostics.first?.range == script.downMarker)
            #expect(script.diagnostics.first?.message.hasSuffix(" and is none: \(defect).") == true)
            #expect(script.diagnostics.first?.hint == "Write `-- @down` on a line of its own.")
        } else {
            #expect(script.diagnostics == [])
        }
    }

    static let remarks = [
        "-- down", "-- the @down part", "-- -- @down", "-- @", "-- @ up", "/* see\n@down\n */", "/* @down\nand more */",
        "-- down@example.org", "-- cqlmig:ignore @down", "SELECT '-- @down';", "DROP TABLE \"-- @down\";",
        "AS $$-- @down$$;",
    ]

    @Test("other comments and texts are no markers", arguments: remarks)
    func remark(_ text: String) {
        let script = ParsedScript(SourceText(name: "t", text: text + "\nDROP TABLE b;\n"))
        #expect(script.down == nil)
        #expect(script.downMarker == nil)
        #expect(script.headDirectives == [])
        #expect(script.diagnostics.filter { $0.code == .downMarker } == [])
    }

    static let directives: [(String, [String])] = [
        ("-- @downs", ["downs"]), ("-- @down-grade", ["down-grade"]), ("-- @down_", ["down_"]), ("-- @up: x", ["up:"]),
        ("-- @Timeout 5s", ["Timeout"]), ("-- @a\n-- x\n\n-- @b\n", ["a", "b"]), ("--\t@a", ["a"]),
    ]

    @Test("a directive's name is what follows the sign up to a blank", arguments: directives)
    func directive(_ text: String, _ names: [String]) {
        let script = ParsedScript(SourceText(name: "t", text: text + "\nDROP TABLE b;\n"))
        #expect(script.up.map { $0.directives.map(\.name) } == [names])
        #expect(script.headDirectives.map(\.name) == names)
        #expect(script.diagnostics == [])
    }

    @Test("a directive tells where its name and its argument are")
    func directiveRanges() throws {
        let marked = MarkedText("USE k;\n  «-- «@timeout» «5 s»»  \nDROP TABLE a;")
        let script = ParsedScript(marked.source)
        let directive = try #require(script.up[1].directives.first)
        #expect([directive.range, directive.nameRange, directive.argumentRange] == marked.ranges)
        #expect(directive.argument == "5 s")
        #expect(script.headDirectives == [])
        let bare = try #require(ParsedScript(SourceText(name: "t", text: "-- @x")).headDirectives.first)
        #expect(bare.argument == "")
        #expect(bare.argumentRange == 5..<5)
    }

    @Test("diagnostics of all kinds come in the order of the text")
    func order() {
        let marked = MarkedText(
            "«--@down»\nDROP TABLE a«\u{A0}»;\n«CRATE» TABLE b;\n«-- @down»\n«BEGIN» BATCH x;\nUSE «'»k\n«»")
        let diagnostics = ParsedScript(marked.source).diagnostics
        #expect(
            diagnostics.map(\.code) == [
                .downMarker, .hiddenCharacter, .unknownStatement, .downMarker, .unterminatedBatch,
                .unterminatedString,
            ])
        #expect(diagnostics.map(\.range) == Array(marked.ranges.dropLast()))
    }

    @Test("a script without an error says so")
    func errors() {
        #expect(!ParsedScript(SourceText(name: "t", text: "")).hasErrors)
        #expect(ParsedScript(SourceText(name: "t", text: "")).up == [])
        #expect(ParsedScript(SourceText(name: "t", text: "'")).hasErrors)
    }

    @Test("a message shows no string and no more than the beginning of a long word")
    func excerpts() throws {
        let script = ParsedScript(
            SourceText(name: "t", text: "'s3cret';\nDROP $$s3cret$$;\n" + String(repeating: "a", count: 500) + ";"))
        #expect(
            script.diagnostics.map(\.message) == [
                "A statement begins with a word such as CREATE or INSERT, not with a string.",
                "DROP cannot go on with a string.",
                "No release of Cassandra has a statement that begins with `\(String(repeating: "a", count: 40))…`.",
            ])
    }

    @Test("a text can be split where markers and directives mean nothing")
    func plainSplit() {
        let lexed = LexedText(SourceText(name: "t", text: "-- @x\nUSE a;\n-- @down\nUSE b; /* end */ DRPO c"))
        let (statements, diagnostics) = lexed.statements()
        #expect(statements.map(\.text) == ["USE a", "USE b", "DRPO c"])
        #expect(diagnostics.map(\.code) == [.unknownStatement])
        #expect(statements[2].leadingComments.map { lexed.text(of: $0) } == ["/* end */"])
        #expect(statements[2].significantTokens.map { lexed.text(of: $0) } == ["DRPO", "c"])
    }
}
