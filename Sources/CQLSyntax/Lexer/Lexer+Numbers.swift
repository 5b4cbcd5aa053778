extension Lexer {
    /// Reads what begins with a digit, or with a minus in front of one: integers, floats, durations with units, blobs
    /// and UUIDs.
    mutating func lexNumber(from start: Int) {
        let isNegative = text[start] == UInt8(ascii: "-")
        let first = isNegative ? start + 1 : start
        let digits = text.digitsEnd(from: first)
        let next = text.byte(at: digits)
        if !isNegative {
            if digits - first == 1, text[first] == UInt8(ascii: "0"), next | 0x20 == UInt8(ascii: "x") {
                lexBlob(from: start)
                return
            }
            if text.beginsUUID(at: start) {
                lexUUID(from: start)
                return
            }
        }
        switch next {
        case UInt8(ascii: "."):
            lexFraction(from: start, dot: digits)
        case UInt8(ascii: "e"), UInt8(ascii: "E"):
            lexExponent(from: start, letter: digits)
        default:
            if let end = text.unitEnd(from: digits) {
                lexUnits(from: start, firstEnd: end)
            } else if text.beginsUnit(at: digits) {
                reportMalformedNumber(from: start, to: text.wordEnd(from: digits))
            } else {
                emit(.integer, from: start, to: digits)
            }
        }
    }

    private mutating func lexBlob(from start: Int) {
        var end = start + 2
        while end < text.count, ASCII.isHexDigit(text[end]) { end += 1 }
        emit(.hexBlob, from: start, to: end)
    }

    /// Reads on behind the digits in front of a dot: `1..` is an integer and a range, `1...` a float and a range.
    private mutating func lexFraction(from start: Int, dot: Int) {
        if text.byte(at: dot + 1) == UInt8(ascii: "."), text.byte(at: dot + 2) != UInt8(ascii: ".") {
            emit(.integer, from: start, to: dot)
            return
        }
        let end = text.digitsEnd(from: dot + 1)
        if text.byte(at: end) | 0x20 == UInt8(ascii: "e") {
            lexExponent(from: start, letter: end)
        } else {
            emit(.float, from: start, to: end)
        }
    }

    /// Reads `e`, an optional sign and digits; there is nothing else that an `e` behind a number may be.
    private mutating func lexExponent(from start: Int, letter: Int) {
        var first = letter + 1
        if text.byte(at: first) == UInt8(ascii: "+") || text.byte(at: first) == UInt8(ascii: "-") { first += 1 }
        let end = text.digitsEnd(from: first)
        guard end > first else {
            reportMalformedNumber(from: start, to: max(first, text.wordEnd(from: letter)))
            return
        }
        emit(.float, from: start, to: end)
    }

    /// Reads further `<digits><unit>` pairs of a duration whose first pair ends at `firstEnd`.
    private mutating func lexUnits(from start: Int, firstEnd: Int) {
        var end = firstEnd
        while ASCII.isDigit(text.byte(at: end)) {
            let digits = text.digitsEnd(from: end)
            guard let next = text.unitEnd(from: digits) else {
                reportMalformedNumber(from: start, to: max(digits, text.wordEnd(from: digits)))
                return
            }
            end = next
        }
        emit(.duration, from: start, to: end)
    }

    mutating func reportMalformedNumber(from start: Int, to end: Int) {
        let range = start..<max(end, start + 1)
        report(
            Diagnostic(
                .malformedNumber,
                "\(source.excerpt(of: range)) begins like a number or a duration and is none.",
                range: range,
                hint: "Put a blank behind a number, write `1e5`, `1h30m` or `P1Y2M` in full, and a name with a leading "
                    + "digit in double quotes."
            )
        )
        emit(.invalid, from: start, to: range.upperBound)
    }
}

extension ScannedBytes {
    /// Where the unit of a duration ends that begins at `start`: `y mo w d h m s ms us µs ns` in any case.
    func unitEnd(from start: Int) -> Int? {
        let following = byte(at: start + 1) | 0x20
        switch byte(at: start) | 0x20 {
        case UInt8(ascii: "y"), UInt8(ascii: "w"), UInt8(ascii: "d"), UInt8(ascii: "h"), UInt8(ascii: "s"):
            return start + 1
        case UInt8(ascii: "m"):
            return following == UInt8(ascii: "o") || following == UInt8(ascii: "s") ? start + 2 : start + 1
        case UInt8(ascii: "u"), UInt8(ascii: "n"):
            return following == UInt8(ascii: "s") ? start + 2 : nil
        default:
            // U+00B5, the micro sign; the Greek letter that looks like it is none.
            guard byte(at: start) == 0xC2, byte(at: start + 1) == 0xB5 else { return nil }
            return byte(at: start + 2) | 0x20 == UInt8(ascii: "s") ? start + 3 : nil
        }
    }

    /// Whether only a unit can begin here, so that anything but a whole one is an error: `u`, `n`, `µ`.
    func beginsUnit(at index: Int) -> Bool {
        switch byte(at: index) | 0x20 {
        case UInt8(ascii: "u"), UInt8(ascii: "n"): true
        default: byte(at: index) == 0xC2 && byte(at: index + 1) == 0xB5
        }
    }
}
