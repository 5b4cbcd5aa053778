extension LintRule {
    /// `static-no-clustering`
    static let staticNoClustering = LintRule(
        "static-no-clustering", .error,
        "A static column stands in a table without clustering columns.",
        explanation: """
            The server refuses it: a partition of such a table has one row, and there is nothing to share a \
            value.
            """,
        recipe: "Leave STATIC out.",
        check: .refusal { $0.remark(ifTextHas: "Static columns are only useful") }
    )
}
