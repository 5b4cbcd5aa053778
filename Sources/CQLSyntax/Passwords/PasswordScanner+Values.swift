/// Where the value behind the word ends, in text that may be cut off or wrong.
extension PasswordScanner {
    /// A value in quotes of any kind, or nil where none begins.
    func quotedValue(at start: Int) -> Secret? {
        // What was masked before ends there, whatever follows it.
        let mask = PasswordMask.replacement.utf8
        if bytes[start...].starts(with: mask) {
            return value(from: start, opening: 1, closing: [UInt8(ascii: "'")])
        }
        if bytes[start...].starts(with: "$$".utf8) {
            return value(from: start, opening: 2, closing: Array("$$".utf8))
        }
        switch bytes[start] {
        case UInt8(ascii: "'"):
            return isNestedQuote(at: start)
                // A literal inside of a literal: `'… PASSWORD = ''secret'' …'`.
                ? value(from: start, opening: 2, closing: Array("''".utf8), replacement: "''********''")
                : quoted(from: start, by: UInt8(ascii: "'"))
        case UInt8(ascii: "\""): return quoted(from: start, by: UInt8(ascii: "\""))
        case UInt8(ascii: "`"): return value(from: start, opening: 1, closing: [UInt8(ascii: "`")])
        // U+2018 to U+201F, the quotes of word processors, have these bytes and one that differs.
        case 0xE2 where isTypographicQuote(at: start):
            var end = start + 3
            while end < bytes.count, !isTypographicQuote(at: end), !ASCII.isLineEnd(bytes[end]) { end += 1 }
            let closing = isTypographicQuote(at: end) ? end + 3 : end
            return Secret(range: start..<closing, content: (start + 3)..<end, replacement: PasswordMask.replacement)
        default: return nil
        }
    }

    /// A value that should have been in quotes, or nil where none is.
    func bareValue(at start: Int) -> Secret? {
        // A bind marker and a placeholder hold no password, and where a message leaves the rest out there is none.
        let others = ["?", "${", "...)"]
        guard !others.contains(where: { bytes[start...].starts(with: $0.utf8) }) else { return nil }
        var end = start
        while end < bytes.count, !ASCII.isWhiteSpace(bytes[end]), !Self.delimiters.contains(bytes[end]) { end += 1 }
        guard end > start else { return nil }
        return Secret(range: start..<end, content: start..<end, replacement: PasswordMask.replacement)
    }

    private static let delimiters = Array(",;)}]".utf8)

    /// Reads up to a single quote sign; two of them are one inside of the value.
    private func quoted(from start: Int, by quote: UInt8) -> Secret {
        var end = start + 1
        while end < bytes.count {
            if bytes[end] == quote {
                guard end + 1 < bytes.count, bytes[end + 1] == quote else {
                    return Secret(
                        range: start..<(end + 1), content: (start + 1)..<end, replacement: PasswordMask.replacement)
                }
                end += 1
            }
            end += 1
        }
        return unterminated(from: start, opening: 1)
    }

    private func value(
        from start: Int,
        opening: Int,
        closing: [UInt8],
        replacement: String = PasswordMask.replacement
    ) -> Secret {
        let content = start + opening
        var end = content
        while end < bytes.count {
            if bytes[end...].starts(with: closing) {
                return Secret(range: start..<(end + closing.count), content: content..<end, replacement: replacement)
            }
            end += 1
        }
        return unterminated(from: start, opening: opening)
    }

    /// A value without its closing sign: it goes to the end of the text, or of the fragment that a message shows in
    /// brackets, where long tokens are cut off: `PASSWORD ['secr]...)`.
    private func unterminated(from start: Int, opening: Int) -> Secret {
        var end = start + opening
        while end < bytes.count, !isFragmentEnd(at: end) { end += 1 }
        return Secret(
            range: start..<end, content: min(start + opening, end)..<end, replacement: PasswordMask.replacement)
    }

    private func isFragmentEnd(at index: Int) -> Bool {
        bytes[index...].starts(with: "]...)".utf8) || bytes[index...].elementsEqual("])".utf8)
    }

    private func isNestedQuote(at start: Int) -> Bool {
        let quote = UInt8(ascii: "'")
        guard start + 2 < bytes.count, bytes[start + 1] == quote else { return false }
        let next = bytes[start + 2]
        return next != quote && !ASCII.isWhiteSpace(next) && !Self.delimiters.contains(next)
    }

    private func isTypographicQuote(at index: Int) -> Bool {
        guard index + 2 < bytes.count else { return false }
        return bytes[index] == 0xE2 && bytes[index + 1] == 0x80 && (0x98...0x9F).contains(bytes[index + 2])
    }
}
