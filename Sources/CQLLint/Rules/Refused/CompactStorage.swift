extension LintRule {
    /// `compact-storage`
    static let compactStorage = LintRule(
        "compact-storage", .error,
        "A table is made WITH COMPACT STORAGE.",
        explanation: """
            It was there for clients of Thrift. From 4.0 on the server refuses to make such a table; one that exists \
            can get no new columns.
            """,
        recipe: "Leave it out.",
        check: .refusal { $0.remark(ifTextHas: "Compact tables are not allowed") }
    )
}
