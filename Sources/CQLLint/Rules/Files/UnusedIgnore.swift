extension LintRule {
    /// `unused-ignore`
    static let unusedIgnore = LintRule(
        "unused-ignore", .warning,
        "A `cqlmig:ignore` comment silences nothing.",
        explanation: """
            What is left of a silenced finding silences the next one at that place, which nobody has looked at.
            """,
        recipe: "Remove the comment, or correct the name of the rule.",
        check: .ignores
    )
}
