extension LintRule {
    /// `drop-in-use`
    static let dropInUse = LintRule(
        "drop-in-use", .error,
        "A DROP takes away what something else still needs.",
        explanation: "The server refuses it.",
        recipe: "Drop what uses it first.",
        check: .refusal {
            $0.remark(ifTextHas: "still used by", "is still", "still depend on it", "still referenced by")
        }
    )
}
