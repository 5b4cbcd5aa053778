import CQLSyntax

extension LintRule {
    /// `drop-no-if-exists`
    static let dropNoIfExists = LintRule(
        "drop-no-if-exists", .error,
        "A DROP does not say IF EXISTS.",
        explanation: """
            Cassandra has no transactions for its schema. A statement whose answer was lost has to be run again, \
            and on a schema where the first try succeeded it fails.
            """,
        recipe: "Write `IF EXISTS` behind the kind of object.",
        example: "DROP TABLE users;",
        check: .statement(StatementForms.all.subtracting([.createTable, .alterTable])) { statement in
            let summary = statement.statement.summary
            guard !summary.ifExists, summary.verb.hasPrefix("DROP ") else { return [] }
            return [
                Remark(
                    statement.range, "\(summary.verb) without IF EXISTS fails when it is run again.",
                    hint: "Write `\(summary.verb) IF EXISTS \u{2026}`.",
                    edits: statement.statement.insertion(ofGuard: "IF EXISTS"))
            ]
        }
    )
}
