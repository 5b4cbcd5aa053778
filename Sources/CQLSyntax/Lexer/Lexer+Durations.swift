extension Lexer {
    /// Reads `-P…`, which nothing but a duration begins with.
    mutating func lexNegativeDuration() {
        let letter = offset + 1
        let word = text.wordEnd(from: letter)
        if text.byte(at: word) == UInt8(ascii: "-"), word - letter == 5, text.isDigits((letter + 1)..<word) {
            lexTimestampDuration(from: offset)
        } else if let end = text.durationEnd(ofDesignatorsFrom: letter + 1), !text.goesOn(behind: letter..<end) {
            emit(.duration, from: offset, to: end)
        } else {
            reportMalformedNumber(from: offset, to: word)
        }
    }

    /// Reads ISO 8601's alternative format, `P0001-02-03T04:05:06` with an optional sign, of which `P0001-` was seen.
    mutating func lexTimestampDuration(from start: Int) {
        let first = text[start] == UInt8(ascii: "-") ? start + 1 : start
        let end = first + Self.timestampPattern.count
        let matches = zip(text.bytes[first..<min(end, text.count)], Self.timestampPattern).allSatisfy {
            byte, expected in
            expected == UInt8(ascii: "0") ? ASCII.isDigit(byte) : byte == expected
        }
        guard matches, end <= text.count else {
            reportMalformedNumber(from: start, to: max(text.runEnd(from: start + 1), start + 1))
            return
        }
        emit(.duration, from: start, to: end)
    }

    /// The shape of the alternative format, a zero for any digit.
    private static let timestampPattern = Array("P0000-00-00T00:00:00".utf8)
}

extension ScannedBytes {
    /// Whether Cassandra's lexer expects more of a duration with these designators: the time of day behind a first `T`,
    /// or a further designator behind a digit, unless the last one that there can be was seen.
    func goesOn(behind designators: Range<Int>) -> Bool {
        let last = bytes[designators.upperBound - 1]
        let next = byte(at: designators.upperBound)
        if next == UInt8(ascii: "T") {
            return last != UInt8(ascii: "W") && !bytes[designators].contains(UInt8(ascii: "T"))
        }
        return ASCII.isDigit(next) && !Self.lastDesignators.contains(last)
    }

    private static let lastDesignators = Array("WDS".utf8)

    /// Where ISO 8601's designators end that follow a `P` in front of `start`, or nil where there are none.
    ///
    /// Years, months and days come in this order, each at most once; then `T` with hours, minutes and seconds likewise;
    /// weeks stand alone.
    func durationEnd(ofDesignatorsFrom start: Int) -> Int? {
        // Most words that begin with P are PRIMARY.
        guard ASCII.isDigit(byte(at: start)) || byte(at: start) == UInt8(ascii: "T") else { return nil }
        let digits = digitsEnd(from: start)
        if digits > start, byte(at: digits) == UInt8(ascii: "W") { return digits + 1 }
        let dateEnd = endOfDesignators(Array("YMD".utf8), from: start)
        guard byte(at: dateEnd) == UInt8(ascii: "T") else { return dateEnd > start ? dateEnd : nil }
        let timeEnd = endOfDesignators(Array("HMS".utf8), from: dateEnd + 1)
        if timeEnd > dateEnd + 1 { return timeEnd }
        return dateEnd > start ? dateEnd : nil
    }

    /// Where a sequence of `<digits><designator>` ends, each designator at most once and in the order given.
    private func endOfDesignators(_ designators: [UInt8], from start: Int) -> Int {
        var end = start
        var rest = designators[...]
        while true {
            let digits = digitsEnd(from: end)
            guard digits > end, let index = rest.firstIndex(of: byte(at: digits)) else { return end }
            rest = rest[(index + 1)...]
            end = digits + 1
        }
    }
}
