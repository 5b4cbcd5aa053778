extension LintRule {
    /// `ignore-without-reason`
    static let ignoreWithoutReason = LintRule(
        "ignore-without-reason", .warning,
        "A `cqlmig:ignore` comment does not say why.",
        explanation: "Whoever reads it later cannot tell whether the reason still holds.",
        recipe: """
            Write `-- cqlmig:ignore RULE -- reason` in front of the statement, or `-- cqlmig:ignore-file RULE -- \
            reason` for the whole file.
            """,
        check: .ignores
    )
}
