extension Lexer {
    /// Takes a run of characters that begin no token, with one diagnostic that names the first.
    mutating func lexUnexpected() {
        let start = offset
        var first: UTF8Sequence?
        var count = 0
        while offset < text.count, isUnexpected(at: offset, isFirst: offset == start) {
            if let sequence = UTF8Sequence(in: text.bytes, at: offset) {
                // Bytes that are not UTF-8, and NUL, are among the diagnostics of the encoding already.
                if sequence.scalar.value != 0 {
                    if first == nil { first = sequence }
                    count += 1
                }
                offset += sequence.length
            } else {
                offset += 1
            }
        }
        if let first {
            report(Self.diagnostic(for: first.scalar, count: count, range: start..<offset))
        }
        emit(.invalid, from: start, to: offset)
    }

    private func isUnexpected(at index: Int, isFirst: Bool) -> Bool {
        switch text[index] {
        case 0x80...: true
        case UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): false
        case ..<0x20, 0x7F: true
        // Only what is known to begin no token here goes on; `$` and `!` depend on what follows them.
        case UInt8(ascii: "$"), UInt8(ascii: "!"): isFirst
        case UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "@"), UInt8(ascii: "\\"), UInt8(ascii: "^"),
            UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "~"):
            true
        default: isFirst
        }
    }

    private static func diagnostic(for scalar: Unicode.Scalar, count: Int, range: Range<Int>) -> Diagnostic {
        let look = isVisible(scalar) ? " `\(scalar)`" : ""
        let name = names[scalar.value].map { " (\($0))" } ?? ""
        let others = count > 1 ? " Nor can the \(count - 1) behind it." : ""
        return Diagnostic(
            isHidden(scalar) ? .hiddenCharacter : .unexpectedCharacter,
            "\(scalar.codePointName)\(look)\(name) cannot stand outside of quotes and comments.\(others)",
            range: range,
            hint: hint(for: scalar)
        )
    }

    /// Whether a reader takes it for a blank, a quote or a dash, or does not see it at all.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        names[scalar.value] != nil || !isVisible(scalar)
    }

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
            .unassigned, .nonspacingMark, .enclosingMark:
            false
        default: true
        }
    }

    private static func hint(for scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\u{2018}", "\u{2019}", "\u{201A}", "\u{2032}", "`", "\u{B4}": "Write a straight quote: `'`."
        case "\u{201C}", "\u{201D}", "\u{201E}", "\u{2033}": "Write a straight quote: `\"`."
        case "\u{2013}", "\u{2014}", "\u{2212}", "\u{2010}", "\u{2011}": "Write an ASCII minus: `-`."
        case "$": "A dollar stands only in `$$…$$`."
        case "!": "Not equal is written `!=`."
        case "_": "A name that does not begin with a letter is written in double quotes."
        case "#": "A comment begins with `--` or `//`."
        case _ where scalar.properties.isWhitespace: "Write an ordinary blank."
        case _ where !isVisible(scalar): "Remove it: it cannot be seen, and came with a paste."
        case _ where scalar.properties.isAlphabetic:
            "A name with letters other than A to Z is written in double quotes."
        default: "Remove it, or write it in quotes."
        }
    }

    private static let names: [UInt32: String] = [
        0x0B: "vertical tab", 0x0C: "form feed", 0x85: "next line", 0xA0: "no-break space", 0xAD: "soft hyphen",
        0x200B: "zero-width space", 0x200C: "zero-width non-joiner", 0x200D: "zero-width joiner",
        0x2028: "line separator", 0x2029: "paragraph separator", 0x202F: "narrow no-break space",
        0x2060: "word joiner", 0xFEFF: "byte order mark inside of the text",
        0x2018: "left single quotation mark", 0x2019: "right single quotation mark",
        0x201C: "left double quotation mark", 0x201D: "right double quotation mark",
        0x2013: "en dash", 0x2014: "em dash", 0x2212: "minus sign",
    ]
}
