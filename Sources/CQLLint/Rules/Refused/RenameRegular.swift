extension LintRule {
    /// `rename-regular`
    static let renameRegular = LintRule(
        "rename-regular", .error,
        "ALTER TABLE renames a column that is no part of the primary key.",
        explanation: "The server refuses it: the names of other columns are part of the stored data.",
        recipe: """
            Add a column of the new name, write to both, copy the values, switch the readers, then drop the old \
            column.
            """,
        check: .refusal { $0.remark(ifTextHas: "Cannot rename non PRIMARY KEY") }
    )
}
