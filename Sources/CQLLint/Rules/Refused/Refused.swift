extension LintRule {
    /// `refused`
    static let refused = LintRule(
        "refused", .error,
        "The server refuses the statement for a reason that no other rule names.",
        explanation: "The scripts are replayed in the order in which they run, by the rules of the server.",
        recipe: "The message is the one of the server; correct what it names.",
        check: .refusal { Remark($0.range, $0.reason) }
    )
}
