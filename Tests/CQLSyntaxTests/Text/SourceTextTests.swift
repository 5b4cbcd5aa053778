import CQLSyntax
import Testing

@Suite struct SourceTextTests {
    @Test("LF, CRLF and a lone CR are one line end each")
    func lineEnds() {
        let source = SourceText(name: "t", text: "a\nb\r\nc\rd\n\re")
        #expect(source.lineCount == 6)
        #expect((1...6).map { source.lineText($0) } == ["a", "b", "c", "d", "", "e"])
        #expect(source.lineText(0) == "")
        #expect(source.lineText(7) == "")
        let starts = [0, 2, 5, 7, 9, 10]
        #expect(starts.map { source.location(at: $0) } == (1...6).map { SourceLocation(line: $0, column: 1) })
    }

    @Test("columns count scalars, not bytes")
    func columns() {
        let text = "é😀e\u{301}x"
        let source = SourceText(name: "t", text: text)
        #expect(source.location(at: text.utf8.count - 1) == SourceLocation(line: 1, column: 5))
        #expect(source.location(at: text.utf8.count) == SourceLocation(line: 1, column: 6))
    }

    @Test("offsets outside of the file are its ends")
    func outside() {
        let source = SourceText(name: "t", text: "ab\ncd")
        #expect(source.location(at: -5) == SourceLocation(line: 1, column: 1))
        #expect(source.location(at: 99) == SourceLocation(line: 2, column: 3))
        #expect(source.text(in: 3..<99) == "cd")
        #expect(source.text(in: -4 ..< -1) == "")
        #expect(SourceText(name: "t", text: "").location(at: 0) == SourceLocation(line: 1, column: 1))
    }

    struct Encoding: CustomTestStringConvertible {
        let testDescription: String
        let bytes: [UInt8]
        let range: Range<Int>
        let message: String
    }

    static let encodings = [
        Encoding(
            testDescription: "Latin-1", bytes: Array("caf".utf8) + [0xE9], range: 3..<4,
            message: "The file is not UTF-8: byte 0xE9 at offset 3 begins no character."),
        Encoding(
            testDescription: "an overlong form", bytes: [0x61, 0xC0, 0xAF], range: 1..<2,
            message: "The file is not UTF-8: byte 0xC0 at offset 1 begins no character."),
        Encoding(
            testDescription: "a surrogate", bytes: [0xED, 0xA0, 0x80], range: 0..<1,
            message: "The file is not UTF-8: byte 0xED at offset 0 begins no character."),
        Encoding(
            testDescription: "above U+10FFFF", bytes: [0xF4, 0x90, 0x80, 0x80], range: 0..<1,
            message: "The file is not UTF-8: byte 0xF4 at offset 0 begins no character."),
        Encoding(
            testDescription: "cut off", bytes: [0x27, 0xE2, 0x80], range: 1..<2,
            message: "The file is not UTF-8: byte 0xE2 at offset 1 begins no character."),
        Encoding(
            testDescription: "NUL", bytes: [0x61, 0x00, 0x00], range: 1..<2,
            message: "A NUL byte at offset 1 is not text."),
        Encoding(
            testDescription: "UTF-16", bytes: [0xFF, 0xFE, 0x61, 0x00], range: 0..<2,
            message: "The file is UTF-16 (little-endian), not UTF-8: it begins with that encoding's byte order mark."),
    ]

    @Test("bytes that are not UTF-8 are reported with their offset", arguments: encodings)
    func encoding(_ vector: Encoding) {
        let script = ParsedScript(SourceText(name: "t", bytes: vector.bytes))
        let found = script.diagnostics.filter { $0.code == .encoding }
        #expect(found.map(\.message) == [vector.message])
        #expect(found.map(\.range) == [vector.range])
        #expect(script.hasErrors)
    }

    @Test("text of every plane is good")
    func good() {
        let source = SourceText(
            name: "t", text: "\u{7F}\u{80}\u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFF}\u{10000}\u{10FFFF}")
        #expect(source.encodingDiagnostics == [])
    }

    @Test("texts are equal by name and bytes")
    func equality() {
        #expect(SourceText(name: "a", text: "x") == SourceText(name: "a", bytes: [0x78]))
        #expect(SourceText(name: "a", text: "x") != SourceText(name: "b", text: "x"))
        #expect(SourceText(name: "a", text: "x") != SourceText(name: "a", text: "y"))
    }
}
