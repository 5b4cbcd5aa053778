extension Lexer {
    /// Reads a word: a letter and then letters, digits and underscores.
    ///
    /// Two other kinds of tokens begin like one: ISO 8601 durations (`P1Y`, with capitals only) and UUIDs.
    mutating func lexWord() {
        let start = offset
        let (end, key) = text.word(from: start)
        if options.placeholders, text.byte(at: end) == UInt8(ascii: "$"), text.byte(at: end + 1) == UInt8(ascii: "{") {
            lexPlaceholderWord(from: start, firstAt: end)
            return
        }
        let next = text.byte(at: end)
        if next == UInt8(ascii: "-"), end - start == 8, text.isHex(start..<end) {
            lexUUID(from: start)
            return
        }
        if text[start] == UInt8(ascii: "P") {
            if next == UInt8(ascii: "-"), end - start == 5, text.isDigits((start + 1)..<end) {
                lexTimestampDuration(from: start)
                return
            }
            if text.durationEnd(ofDesignatorsFrom: start + 1) == end {
                emit(.duration, from: start, to: end)
                return
            }
        }
        guard end > start else {
            // A placeholder that is none.
            emit(.identifier, from: start, to: start + 1)
            return
        }
        let keyword = keywords.keyword(key, of: text.bytes, in: start..<end)
        let word = keyword == nil ? words.number(of: start..<end, key: key, in: text) : Token.noWord
        emitWord(from: start, to: end, keyword, word)
    }

    /// Reads a word that holds `${…}`, the first of them at `firstAt`.
    private mutating func lexPlaceholderWord(from start: Int, firstAt: Int) {
        var end = firstAt
        while text.byte(at: end) == UInt8(ascii: "$"), text.byte(at: end + 1) == UInt8(ascii: "{") {
            var close = end + 2
            while close < text.count, text[close] != UInt8(ascii: "}"), !ASCII.isLineEnd(text[close]) { close += 1 }
            guard text.byte(at: close) == UInt8(ascii: "}") else {
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
            end = text.wordEnd(from: close + 1)
        }
        emit(.placeholder, from: start, to: end)
    }
}
