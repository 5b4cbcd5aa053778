extension LintRule {
    /// `drop-indexed-column`
    static let dropIndexedColumn = LintRule(
        "drop-indexed-column", .error,
        "ALTER TABLE drops or renames a column on which there is an index.",
        explanation: "The server refuses it as long as the index exists.",
        recipe: """
            Release the programs that no longer need the index, DROP INDEX, then drop or rename the column.
            """,
        check: .refusal { $0.remark(ifTextHas: "has dependent secondary indexes") }
    )
}
