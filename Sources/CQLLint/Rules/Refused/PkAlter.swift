import CQLSyntax

extension LintRule {
    /// `pk-alter`
    static let pkAlter = LintRule(
        "pk-alter", .error,
        "ALTER TABLE tries to change the primary key.",
        explanation: """
            The primary key decides on which nodes a row lies and in which order; no release changes it for a \
            table that is there.
            """,
        recipe: """
            Make a new table with the new key, write to both, copy the rows, switch the readers, then drop the \
            old table.
            """,
        example: "ALTER TABLE users ADD PRIMARY KEY (id, email);",
        check: .unreadable { unreadable in
            guard unreadable.statement.summary.verb == "ALTER TABLE" else { return nil }
            let tokens = unreadable.statement.significantTokens
            for (token, next) in zip(tokens, tokens.dropFirst())
            where token.keyword == .primary && next.keyword == .key {
                let range = token.range.lowerBound..<next.range.upperBound
                return Remark(range, "The primary key of a table cannot be changed: no release has a statement for it.")
            }
            return nil
        }
    )
}
