extension LintRule {
    /// `drop-pk-column`
    static let dropPkColumn = LintRule(
        "drop-pk-column", .error,
        "ALTER TABLE drops a column of the primary key.",
        explanation: "The server refuses it: rows could not be told apart without it.",
        recipe: """
            Make a new table with the new key, write to both, copy the rows, switch the readers, then drop the \
            old table.
            """,
        check: .refusal { $0.remark(ifTextHas: "Cannot drop PRIMARY KEY") }
    )
}
