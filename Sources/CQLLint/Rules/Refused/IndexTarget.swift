extension LintRule {
    /// `index-target`
    static let indexTarget = LintRule(
        "index-target", .error,
        "An index is on what cannot be indexed in that way.",
        explanation: "The server refuses it.",
        recipe: "Choose another column, or another kind of index.",
        check: .refusal { $0.remark(ifTextHas: "index") }
    )
}
