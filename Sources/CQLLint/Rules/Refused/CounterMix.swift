extension LintRule {
    /// `counter-mix`
    static let counterMix = LintRule(
        "counter-mix", .error,
        "Counters and other columns are mixed, or a counter is used where none may be.",
        explanation: """
            Counters are written in another way than other values, and the server refuses a table with both.
            """,
        recipe: "Keep counters in a table of their own, with only the key beside them.",
        check: .refusal { $0.remark(ifTextHas: "counter") }
    )
}
