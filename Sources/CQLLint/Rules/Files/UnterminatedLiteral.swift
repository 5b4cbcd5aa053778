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
        check: .reading([
            .unterminatedString, .unterminatedQuotedName, .unterminatedDollarString, .unterminatedComment,
        ])
    )
}
