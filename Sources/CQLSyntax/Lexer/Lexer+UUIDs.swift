extension Lexer {
    /// Reads a UUID, where what was seen of it can begin nothing else: `12345678-1` is no subtraction.
    mutating func lexUUID(from start: Int) {
        var index = start
        for length in [8, 4, 4, 4, 12] {
            if index > start {
                guard text.byte(at: index) == UInt8(ascii: "-") else { break }
                index += 1
            }
            let group = index
            while index - group < length, ASCII.isHexDigit(text.byte(at: index)) { index += 1 }
            guard index - group == length else { break }
        }
        guard index - start == 36 else {
            let range = start..<max(text.runEnd(from: start), start + 1)
            report(
                Diagnostic(
                    .malformedUUID,
                    "\(source.excerpt(of: range)) begins like a UUID and is none: that takes eight, "
                        + "four, four, four and twelve hexadecimal digits with `-` between them.",
                    range: range,
                    hint:
                        "Put a blank behind a number and in front of a minus, and write a name with a leading digit in "
                        + "double quotes."
                )
            )
            emit(.invalid, from: start, to: range.upperBound)
            return
        }
        emit(.uuid, from: start, to: index)
    }
}

extension ScannedBytes {
    /// Whether Cassandra's lexer takes the digits at `start` for the beginning of a UUID.
    ///
    /// It decides for one as soon as the first eight characters, all of them hexadecimal digits, can be nothing else:
    /// neither digits, nor an exponent (`12e4`), nor days (`1d2d`). So `12ab` is a UUID, although a broken one.
    func beginsUUID(at start: Int) -> Bool {
        var previous = UInt8(ascii: "0")
        var letter: UInt8 = 0
        for index in start..<(start + 8) {
            let byte = ASCII.lowercased(byte(at: index))
            guard ASCII.isHexDigit(byte) else { return false }
            if !ASCII.isDigit(byte) {
                let canFollow = ASCII.isDigit(previous) && (letter == 0 || letter == UInt8(ascii: "d"))
                let isExponent = byte == UInt8(ascii: "e") && letter == 0
                guard canFollow, byte == UInt8(ascii: "d") || isExponent else { return true }
                letter = byte
            }
            previous = byte
        }
        guard byte(at: start + 8) == UInt8(ascii: "-") else { return false }
        return letter != UInt8(ascii: "e") || ASCII.isDigit(previous) || !isExponent(from: start + 9)
    }

    /// Whether what follows `1234567e-` is an exponent and not the second group of a UUID.
    private func isExponent(from start: Int) -> Bool {
        let digits = min(digitsEnd(from: start), start + 4)
        guard digits > start else { return false }
        let next = byte(at: digits)
        return digits - start < 4 ? !ASCII.isHexDigit(next) : next != UInt8(ascii: "-")
    }
}
