extension Lexer {
    /// Whether Cassandra's lexer takes the digits at `start` for the beginning of a UUID.
    func beginsUUID(at start: Int) -> Bool {
        var end = start
        while end < bytes.count, end - start < 9, ASCII.isHexDigit(bytes[end]) { end += 1 }
        return end - start == 8 && byte(at: end) == UInt8(ascii: "-")
    }

    /// Reads a UUID of which eight hexadecimal digits and the first minus were seen: nothing else begins like this, not
    /// even the subtraction in `12345678-1`.
    mutating func lexUUID(from start: Int) {
        var index = start
        for length in [8, 4, 4, 4, 12] {
            if index > start {
                guard byte(at: index) == UInt8(ascii: "-") else { break }
                index += 1
            }
            let group = index
            while index - group < length, ASCII.isHexDigit(byte(at: index)) { index += 1 }
            guard index - group == length else { break }
        }
        guard index - start == 36 else {
            let range = start..<max(runEnd(from: start), start + 1)
            report(
                Diagnostic(
                    .malformedUUID,
                    "`\(String(decoding: bytes[range], as: UTF8.self))` begins like a UUID and is none: eight hexadecimal "
                        + "digits and a `-` must be followed by three groups of four digits and one of twelve.",
                    range: range,
                    hint: "Write the UUID in full, or put a blank in front of the `-` if a subtraction is meant."
                )
            )
            emit(.invalid, from: start, to: range.upperBound)
            return
        }
        emit(.uuid, from: start, to: index)
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
}
