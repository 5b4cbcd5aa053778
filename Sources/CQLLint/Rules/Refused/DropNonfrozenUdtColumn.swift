extension LintRule {
    /// `drop-nonfrozen-udt-column`
    static let dropNonfrozenUdtColumn = LintRule(
        "drop-nonfrozen-udt-column", .error,
        "ALTER TABLE drops a column of a user-defined type that is not frozen.",
        explanation: "The server refuses it: it could not keep the type of the dropped column.",
        recipe: "Leave the column and stop using it.",
        check: .refusal { $0.remark(ifTextHas: "Cannot drop non-frozen column") }
    )
}
