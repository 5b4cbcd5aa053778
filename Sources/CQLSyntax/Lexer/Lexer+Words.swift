extension Lexer {
    /// Reads a word: a letter and then letters, digits and underscores.
    ///
    /// Two other kinds of tokens begin like one: ISO 8601 durations (`P1Y`, with capitals only) and UUIDs.
    mutating func lexWord() {
        let start = offset
        var end = wordEnd(from: start)
        if options.placeholders, byte(at: end) == UInt8(ascii: "$"), byte(at: end + 1) == UInt8(ascii: "{") {
            lexPlaceholderWord(from: start, firstAt: end)
            return
        }
        let next = byte(at: end)
        if next == UInt8(ascii: "-"), end - start == 8, isHex(start..<end) {
            lexUUID(from: start)
            return
        }
        if bytes[start] == UInt8(ascii: "P") {
            if next == UInt8(ascii: "-"), end - start == 5, isDigits((start + 1)..<end) {
                lexTimestampDuration(from: start)
                return
            }
            if durationEnd(ofDesignatorsFrom: start + 1) == end {
                emit(.duration, from: start, to: end)
                return
            }
        }
        end = max(end, start + 1)
        emit(.identifier, from: start, to: end)
    }

    /// Reads a word that holds `${…}`, the first of them at `firstAt`.
    private mutating func lexPlaceholderWord(from start: Int, firstAt: Int) {
        var end = firstAt
        while byte(at: end) == UInt8(ascii: "$"), byte(at: end + 1) == UInt8(ascii: "{") {
            var close = end + 2
            while close < bytes.count, bytes[close] != UInt8(ascii: "}"), !ASCII.isLineEnd(bytes[close]) { close += 1 }
            guard byte(at: close) == UInt8(ascii: "}") else {
                report(
                    Diagnostic(
                        .unterminatedPlaceholder,
                        "The placeholder that begins here has no `}` on its line.",
                        range: end..<(end + 2),
                        hint: "Write `${name}`."
                    )
                )
                emit(.invalid, from: start, to: close)
                return
            }
            end = wordEnd(from: close + 1)
        }
        emit(.placeholder, from: start, to: end)
    }

    func wordEnd(from start: Int) -> Int {
        var end = start
        while end < bytes.count, ASCII.isWord(bytes[end]) { end += 1 }
        return end
    }

    func digitsEnd(from start: Int) -> Int {
        var end = start
        while end < bytes.count, ASCII.isDigit(bytes[end]) { end += 1 }
        return end
    }

    func isHex(_ range: Range<Int>) -> Bool { bytes[range].allSatisfy(ASCII.isHexDigit) }

    func isDigits(_ range: Range<Int>) -> Bool { bytes[range].allSatisfy(ASCII.isDigit) }
}
