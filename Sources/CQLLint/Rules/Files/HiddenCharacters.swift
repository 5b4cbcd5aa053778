import CQLSyntax

extension LintRule {
    /// `hidden-characters`
    static let hiddenCharacters = LintRule(
        "hidden-characters", .error,
        "A character cannot be seen, or looks like another one.",
        explanation: """
            No-break spaces, zero-width characters, typographic quotes and dashes come with a paste. Between words a \
            server cannot read them; in a quoted name they are a part of it, and nobody who types the name finds the \
            object; marks that change the direction of writing show the reader another text than the server gets.
            """,
        recipe: "Remove the character, or write the plain one.",
        check: .reading([.hiddenCharacter]),
        .script { script in
            // Nearly all scripts are ASCII.
            guard !script.parsed.source.isASCII else { return [] }
            return script.parsed.lexed.tokens.compactMap { token in
                let isName: Bool
                switch token.kind {
                case .quotedIdentifier: isName = true
                case .stringLiteral, .dollarString, .dashComment, .slashComment, .blockComment: isName = false
                default: return nil
                }
                let text = script.parsed.source.text(in: token.range)
                let hidden = text.unicodeScalars.first { turnsAround($0) || (isName && isHidden($0)) }
                guard let hidden else { return nil }
                let point = "U+\(codePoint(hidden.value))"
                return Remark(
                    token.range,
                    isName
                        ? "The name holds \(point), which cannot be seen: who types the name does not find the object."
                        : "\(point) turns the direction of the text around: a reader sees other words than the server.")
            }
        }
    )

    /// The marks of the bidirectional algorithm that make text look like what it is not.
    private static func turnsAround(_ scalar: Unicode.Scalar) -> Bool {
        0x202A...0x202E ~= scalar.value || 0x2066...0x2069 ~= scalar.value
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .format, .lineSeparator, .paragraphSeparator, .control: true
        case .spaceSeparator: scalar != " "
        default: false
        }
    }

    private static func codePoint(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
