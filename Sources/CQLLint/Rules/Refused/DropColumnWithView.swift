extension LintRule {
    /// `drop-column-with-view`
    static let dropColumnWithView = LintRule(
        "drop-column-with-view", .error,
        "ALTER TABLE drops a column of a table that has a materialized view.",
        explanation: "The server refuses to drop any column of such a table, whether a view holds it or not.",
        recipe: """
            Release the programs that do not read the view, DROP MATERIALIZED VIEW, drop the column, make the view anew \
            where it is still needed.
            """,
        check: .refusal { $0.remark(ifTextHas: "with materialized views") }
    )
}
