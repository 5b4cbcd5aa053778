import CQLSyntax

extension LintRule {
    /// `lwt-result-ignored`
    static let lwtResultIgnored = LintRule(
        "lwt-result-ignored", .warning,
        "A modification happens under a condition.",
        explanation: """
            A condition that does not hold is no error for the server: it answers `[applied] = False`, nothing is \
            written, and the script goes on as if it were. After a time-out nobody knows whether it happened.
            """,
        recipe: "Write without a condition what has to be there; a script runs under the lock and alone.",
        example: "INSERT INTO users (id, name) VALUES (1, 'admin') IF NOT EXISTS;",
        check: .statement(.writes) { statement in
            guard statement.statement.summary.kind == .conditionalModification else { return [] }
            return statement.tree.modifications.filter(\.isConditional).prefix(1).map {
                Remark(
                    $0.table.name.span.range,
                    "When the condition does not hold nothing is written to `\($0.table)`, and that is no error.")
            }
        }
    )
}
