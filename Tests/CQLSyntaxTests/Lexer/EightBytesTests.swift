import Testing

@testable import CQLSyntax

@Suite struct EightBytesTests {
    /// Every byte at every place, between bytes of words and between bytes of none.
    private static let texts: [[UInt8]] = (UInt8.min...UInt8.max).flatMap { byte in
        (0..<8).flatMap { place in
            [UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: " "), 0xFF].map { around in
                var text = [UInt8](repeating: around, count: 8)
                text[place] = byte
                return text
            }
        }
    }

    private func bytes(_ text: [UInt8], at offset: Int = 0) -> EightBytes? { EightBytes(text.span, at: offset) }

    @Test("a word ends where one byte after the other says so")
    func wordLength() throws {
        for text in Self.texts {
            let length = try #require(bytes(text)).wordLength
            guard length == text.prefix(while: ASCII.isWord).count else {
                Issue.record("\(text): \(length)")
                return
            }
        }
    }

    @Test("the key is that of one byte after the other")
    func key() throws {
        let text = Array("aZ_09-\u{7F}@".utf8)
        let eight = try #require(bytes(text))
        for count in 0...8 {
            #expect(eight.key(ofFirst: count) == text.prefix(count).reduce(0) { $0 << 8 | UInt64($1 | 0x20) })
        }
    }

    @Test("plain ASCII is without NUL and without anything from 0x80 on")
    func plainASCII() throws {
        for text in Self.texts {
            let isPlain = try #require(bytes(text)).isPlainASCII
            guard isPlain == text.allSatisfy({ 1..<0x80 ~= $0 }) else {
                Issue.record("\(text): \(isPlain)")
                return
            }
        }
    }

    @Test("there are eight bytes or none")
    func bounds() {
        let text = [UInt8](repeating: UInt8(ascii: "a"), count: 9)
        #expect(bytes(text, at: 1) != nil)
        #expect(bytes(text, at: 2) == nil)
        #expect(bytes(text, at: .max) == nil)
        #expect(bytes(text, at: -1) == nil)
    }

    @Test("words of every length have the key of their last eight bytes")
    func words() {
        for length in 0...33 {
            let word = (0..<length).map { UInt8(ascii: "A") + UInt8($0 % 26) }
            for rest in [[], Array(" b".utf8), Array(" and much more than eight bytes".utf8)] {
                let found = ScannedBytes(bytes: [0x20] + word + rest).word(from: 1)
                #expect(found.end == length + 1)
                #expect(found.key == word.reduce(0) { $0 << 8 | UInt64($1 | 0x20) })
            }
        }
    }
}
