import Testing

@testable import Configuration

@Suite struct YAMLDocumentTests {
    private func root(_ text: String) throws -> YAMLNode {
        let document = try YAMLDocument(Array(text.utf8))
        #expect(document.problems.isEmpty)
        return try #require(document.root)
    }

    private func outline(_ node: YAMLNode) -> String {
        switch node.content {
        case .scalar(let scalar): scalar.isPlain ? scalar.text : "'\(scalar.text)'"
        case .sequence(let items): "[\(items.map(outline).joined(separator: " "))]"
        case .mapping(let entries): "{\(entries.map { "\($0.key)=\(outline($0.value))" }.joined(separator: " "))}"
        }
    }

    static let outlines = [
        ("a: 1\nb: [x, 'y', \"z\"]\n", "{a=1 b=[x 'y' 'z']}"),
        ("a:\n  - b: c\n  -\n", "{a=[{b=c} ]}"),
        ("a: |\n  one\n  two\nb: >\n  three\n", "{a='one\ntwo\n' b='three\n'}"),
        ("a: &x {p: 1}\nb: *x\n", "{a={p=1} b={p=1}}"),
        ("a: &x {p: 1, q: 2}\nb: {<<: *x, q: 3}\n", "{a={p=1 q=2} b={q=3 p=1}}"),
        ("a: &x {p: 1}\nb: &y {p: 2, q: 2}\nc: {<<: [*x, *y]}\n", "{a={p=1} b={p=2 q=2} c={p=1 q=2}}"),
        ("a: {'<<': 1}\n", "{a={<<=1}}"),
        ("a: !!str 10\nb: ! 11\n", "{a='10' b='11'}"),
        ("\u{FEFF}a: 1\n", "{a=1}"),
        ("---\na: 1\n...\n", "{a=1}"),
        ("%YAML 1.1\n---\na: 1\n", "{a=1}"),
        ("a: 1\r\nb: 2\r\n", "{a=1 b=2}"),
        ("a: \"x\\0y\\u00e9\"\n", "{a='x\0yé'}"),
    ]

    @Test("values, styles, aliases and merge keys", arguments: outlines)
    func values(_ text: String, _ expected: String) throws {
        #expect(outline(try root(text)) == expected)
    }

    @Test("null is nothing, a tilde or the word, without quotes")
    func nulls() throws {
        let text = "-\n- ~\n- null\n- Null\n- NULL\n- 'null'\n- \"\"\n- none\n- nUll\n- !!str\n"
        guard case .sequence(let items) = try root(text).content else {
            Issue.record("not a list")
            return
        }
        #expect(items.map(\.isNull) == [true, true, true, true, true, false, false, false, false, false])
        #expect(items.map(\.isEmpty) == [true] + Array(repeating: false, count: 9))
    }

    @Test("a file without a value has no root", arguments: ["", "\n", "# nothing\n", "\u{FEFF}"])
    func empty(_ text: String) throws {
        #expect(try YAMLDocument(Array(text.utf8)).root == nil)
    }

    @Test("places are lines and columns in characters, and those of the anchor for an alias")
    func places() throws {
        guard case .mapping(let entries) = try root("ü: &x\n  é: ö\nb: *x\n").content else {
            Issue.record("not a mapping")
            return
        }
        #expect(entries.map(\.keyMark) == [YAMLMark(line: 1, column: 1), YAMLMark(line: 3, column: 1)])
        #expect(entries.map(\.value.mark) == [YAMLMark(line: 1, column: 4), YAMLMark(line: 1, column: 4)])
        guard case .mapping(let inner)? = entries.first?.value.content else { return }
        #expect(inner.first?.keyMark == YAMLMark(line: 2, column: 3))
        #expect(inner.first?.value.mark == YAMLMark(line: 2, column: 6))
    }
}
