extension LintRule {
    /// `nested-unfrozen`
    static let nestedUnfrozen = LintRule(
        "nested-unfrozen", .error,
        "A collection that is not frozen stands in another collection or in a user-defined type.",
        explanation: "The server refuses it: only a frozen value fits into one cell.",
        recipe: "Write `frozen<…>` around the inner type.",
        check: .refusal {
            $0.remark(ifTextHas: "Non-frozen", "non-frozen UDT", "non-frozen collections are not", "nested non-frozen")
        }
    )
}
