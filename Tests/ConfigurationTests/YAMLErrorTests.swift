import Testing

@testable import Configuration

@Suite struct YAMLErrorTests {
    struct Vector: Sendable, CustomTestStringConvertible {
        var marked: String
        var code: ConfigurationProblem.Code
        var message: String
        var hint: String?

        init(_ marked: String, _ code: ConfigurationProblem.Code, _ message: String, hint: String? = nil) {
            self.marked = marked
            self.code = code
            self.message = message
            self.hint = hint
        }

        var testDescription: String { marked.prefix(40).debugDescription }
    }

    private static let quoteHint = "check the indentation; a value with a colon and a space in it needs quotes"
    private static let merge = "<< merges a mapping or a list of mappings, not a single value"
    private static let token = "found character that cannot start any token"

    static let vectors = [
        Vector(
            "a:\n«\tb: 1\n", .yamlSyntax, token, hint: "YAML allows no tabs in front of a key or value; use spaces"
        ),
        Vector("a: «@x\n", .yamlSyntax, token, hint: "a value that begins with @ needs quotes"),
        Vector(
            "a: [1, 2\nb«: 3\n", .yamlSyntax,
            "did not find expected ',' or ']' while parsing a flow sequence that begins at line 1, column 4"
        ),
        Vector(
            "a: {p: $«{X}}\n", .yamlSyntax,
            "did not find expected ',' or '}' while parsing a flow mapping that begins at line 1, column 4",
            hint: "within braces, a value with ${...} needs quotes"
        ),
        Vector("a: b«: c\n", .yamlSyntax, "mapping values are not allowed in this context", hint: quoteHint),
        Vector("a: 1\n b«: 2\n", .yamlSyntax, "mapping values are not allowed in this context", hint: quoteHint),
        Vector(
            "a: 1\nb: «'x\nc: 2\n", .yamlSyntax, "found unexpected end of stream while scanning a quoted scalar"
        ),
        Vector("a: 1\n«b\nc: 2\n", .yamlSyntax, "could not find expected ':' while scanning a simple key"),
        Vector(
            "  a: 1\n«b: 2\n", .yamlSyntax, "did not find expected <document start>",
            hint: "check the indentation of the keys above"
        ),
        Vector(
            "é: \"«\\q\"\n", .yamlSyntax,
            "found unknown escape character while parsing a quoted scalar that begins at line 1, column 4"),
        Vector("«%YAML 2.0\n---\na: 1\n", .yamlSyntax, "found incompatible YAML document"),
        Vector(
            "a: 1\n«---\nb: 2\n", .yamlSyntax, "a second document begins here; a configuration file holds one",
            hint: "remove the line ---, or move the second document to a file of its own"
        ),
        Vector("? «[a]\n: 1\n", .yamlSyntax, "a key must be a text, not a list"),
        Vector("a: «!foo 1\n", .yamlSyntax, "the tag '!foo' means nothing in a configuration file"),
        Vector("a: {<<: «3}\n", .yamlSyntax, merge),
        Vector("a: {<<: [{b: 1}, «3]}\n", .yamlSyntax, merge),
        Vector("a: «*x\n", .undefinedAlias, "the alias *x has no anchor above it"),
        Vector("a: &x [1, «*x]\n", .undefinedAlias, "the alias *x stands inside its own anchor"),
        Vector(
            "a: 1\nb: 2\n«a: 3\n", .duplicateKey, "the key 'a' stands twice, first at line 1",
            hint: "remove one of them"
        ),
        Vector(
            "a: {p: 1, «p: 2}\n", .duplicateKey, "the key 'p' stands twice, first at line 1", hint: "remove one of them"
        ),
        Vector(
            "a: {<<: {b: 1}, «<<: {c: 1}}\n", .duplicateKey, "the key '<<' stands twice, first at line 1",
            hint: "remove one of them"
        ),
        Vector("aé: «\u{7}\n", .yamlEncoding, "control characters are not allowed", hint: "remove the character"),
        Vector(
            String(repeating: "[", count: 32) + "«[", .yamlLimit, "the values are nested more than 32 deep"
        ),
        Vector(
            "a: &a [[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]\nb: [[[[[[[[[[[[[[[[«*a]]]]]]]]]]]]]]]]\n", .yamlLimit,
            "the values are nested more than 32 deep"
        ),
        Vector(
            "a: &a [1,2,3,4,5,6,7,8,9]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
                + "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: [*d,«*d,*d,*d]\n",
            .yamlLimit, "the file holds more than 20000 values once its aliases are followed"
        ),
    ]

    private func errors(_ bytes: [UInt8]) -> [YAMLError] {
        do {
            return try YAMLDocument(bytes).problems
        } catch {
            return [error]
        }
    }

    @Test("every error names its place", arguments: vectors)
    func places(_ vector: Vector) throws {
        let text = MarkedText(vector.marked)
        let expected = YAMLError(
            vector.code,
            vector.message,
            at: YAMLMark(line: text.line ?? 0, column: text.column ?? 0),
            hint: vector.hint
        )
        #expect(errors(Array(text.text.utf8)) == [expected])
    }

    @Test("errors that leave the rest readable come up together")
    func several() {
        let found = errors(Array("a: *x\na: 1\nb: !t 1\n".utf8))
        #expect(found.map(\.code) == [.undefinedAlias, .duplicateKey, .yamlSyntax])
        #expect(found.map(\.mark.line) == [1, 2, 3])
    }

    @Test("a byte that is not UTF-8 is found before anything else")
    func encoding() {
        let error = YAMLError(
            .yamlEncoding, "the file is not UTF-8", at: YAMLMark(line: 2, column: 4), hint: "save it as UTF-8"
        )
        #expect(errors(Array("a: 1\nü: ".utf8) + [0xE9, 0x0A]) == [error])
        #expect(errors([0xFF, 0xFE, 0x61, 0x00]).map(\.code) == [.yamlEncoding])
        #expect(errors(Array("a: ".utf8) + [0xC3]).map(\.mark) == [YAMLMark(line: 1, column: 4)])
    }

    @Test("files beyond the limits are refused")
    func limits() {
        let long = Array(repeating: UInt8(ascii: "#"), count: YAMLDocument.byteLimit + 1)
        #expect(errors(long).map(\.message) == ["the file has more than 1048576 bytes"])
        let many = Array(String(repeating: "- a\n", count: 100_000).utf8)
        #expect(errors(many).map(\.code) == [.yamlLimit])
        let deep = Array(String(repeating: "[", count: 500_000).utf8)
        #expect(errors(deep).map(\.code) == [.yamlLimit])
    }
}
