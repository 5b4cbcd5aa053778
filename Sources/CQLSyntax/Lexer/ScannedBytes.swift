/// The bytes of a text as the lexer looks at them: where words, numbers and the like end.
///
/// It stands apart from the lexer because a method that only looks gets a copy of what it belongs to: here that is one
/// reference, and there all that the lexer keeps.
struct ScannedBytes {
    let bytes: [UInt8]

    /// How many there are.
    @inline(__always)
    var count: Int { bytes.count }

    /// A byte of the text.
    @inline(__always)
    subscript(index: Int) -> UInt8 { bytes[index] }

    /// A byte of the text, or 0 behind its end.
    ///
    /// A NUL in the text is no part of any token but literals and comments, so nobody confuses the two.
    @inline(__always)
    func byte(at index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

    func whiteSpaceEnd(from start: Int) -> Int {
        let bytes = bytes.span
        var end = start
        while end < bytes.count, ASCII.isWhiteSpace(bytes[end]) { end += 1 }
        return end
    }

    func wordEnd(from start: Int) -> Int { word(from: start).end }

    /// Where a word ends, and by what it is looked up among the keywords: its last eight bytes, each with the bit set that
    /// tells small letters from capitals.
    @inline(__always)
    func word(from start: Int) -> (end: Int, key: UInt64) {
        let bytes = bytes.span
        var end = start
        var key: UInt64 = 0
        while let eight = EightBytes(bytes, at: end) {
            let length = eight.wordLength
            // All of the key but for what these push out of it.
            key = key << UInt64(8 * length) | eight.key(ofFirst: length)
            end += length
            guard length == 8 else { return (end, key) }
        }
        // The last bytes of the text.
        while end < bytes.count, ASCII.isWord(bytes[end]) {
            key = key << 8 | UInt64(bytes[end] | 0x20)
            end += 1
        }
        return (end, key)
    }

    func digitsEnd(from start: Int) -> Int {
        let bytes = bytes.span
        var end = start
        while end < bytes.count, ASCII.isDigit(bytes[end]) { end += 1 }
        return end
    }

    /// Where the line ends that an offset is on, without its line end.
    func lineEnd(from start: Int) -> Int {
        let bytes = bytes.span
        var end = start
        while end < bytes.count, !ASCII.isLineEnd(bytes[end]) { end += 1 }
        return end
    }

    /// Where a run of word characters and single minus signs ends: what looks like one thing to a reader.
    func runEnd(from start: Int) -> Int {
        var end = start
        while ASCII.isWord(byte(at: end))
            || (byte(at: end) == UInt8(ascii: "-") && byte(at: end + 1) != UInt8(ascii: "-"))
        {
            end += 1
        }
        return end
    }

    func isHex(_ range: Range<Int>) -> Bool { bytes[range].allSatisfy(ASCII.isHexDigit) }

    func isDigits(_ range: Range<Int>) -> Bool { bytes[range].allSatisfy(ASCII.isDigit) }
}
