import CQLSyntax

extension LintRule {
    /// `unterminated-literal`
    static let unterminatedLiteral = LintRule(
        "unterminated-literal", .error,
        "A quote, a `$$` or a `/*` is opened and never closed.",
        explanation: """
            Everything behind it belongs to the literal: the statements that follow are swallowed, and none of them \
            runs.
            """,
        recipe: "Close it; a quote inside of a literal is written twice.",
        example: "INSERT INTO users (id, name) VALUES (1, 'Ann);",
        check: .reading(literalCodes)
    )

    /// What has no end.
    static let literalCodes: Set<Diagnostic.Code> = [
        .unterminatedString, .unterminatedQuotedName, .unterminatedDollarString, .unterminatedComment,
    ]
}
