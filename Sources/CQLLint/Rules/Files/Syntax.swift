import CQLSyntax

extension LintRule {
    /// `syntax`
    static let syntax = LintRule(
        "syntax", .error,
        "The text is not CQL of any release, or not of the release that was asked for.",
        explanation: """
            The server refuses the statement when it comes to it, and what stands in front of it has been done \
            by then.
            """,
        recipe: "Correct the statement; the message says what was expected.",
        example: "CREATE TABEL users (id uuid PRIMARY KEY);",
        check: .unreadable(codes: syntaxCodes) { statement in
            Remark(statement.error.range, statement.error.message, hint: statement.error.hint)
        }
    )

    /// The rule for what reading brings up where the text is not CQL; nil for all else that it brings up.
    static func ofText(_ code: Diagnostic.Code) -> LintRule? {
        if syntaxCodes.contains(code) { return syntax }
        if literalCodes.contains(code) { return unterminatedLiteral }
        return code == .hiddenCharacter ? hiddenCharacters : nil
    }

    private static let syntaxCodes: Set<Diagnostic.Code> = [
        .unterminatedPlaceholder, .unexpectedCharacter, .malformedNumber, .malformedUUID, .unterminatedBatch,
        .unterminatedTransaction, .missingSemicolon, .unknownStatement,
    ]
}
