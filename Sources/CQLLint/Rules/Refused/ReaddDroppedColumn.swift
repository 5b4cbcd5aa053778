extension LintRule {
    /// `readd-dropped-column`
    static let readdDroppedColumn = LintRule(
        "readd-dropped-column", .error,
        "ALTER TABLE adds a column that was dropped, with what does not fit.",
        explanation: """
            Old cells of the dropped column may still lie on disk and could not be read with the new definition, \
            so the server refuses it.
            """,
        recipe: "Choose another name.",
        check: .refusal { $0.remark(ifTextHas: "previously dropped") }
    )
}
