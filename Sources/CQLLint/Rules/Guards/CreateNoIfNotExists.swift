import CQLSyntax

extension LintRule {
    /// `create-no-if-not-exists`
    static let createNoIfNotExists = LintRule(
        "create-no-if-not-exists", .warning,
        "A CREATE does not say IF NOT EXISTS.",
        explanation: """
            Cassandra has no transactions for its schema. A statement whose answer was lost has to be run again, \
            and on a schema where the first try succeeded it fails.
            """,
        recipe: """
            Write `IF NOT EXISTS` behind the kind of object; a function or an aggregate may say `OR REPLACE`.
            """,
        example: "CREATE TABLE users (id uuid PRIMARY KEY);",
        check: .statement(StatementForms.all.subtracting([.alterTable, .dropTable])) { statement in
            let summary = statement.statement.summary
            guard !summary.ifNotExists, !summary.orReplace, summary.verb.hasPrefix("CREATE ") else { return [] }
            return [
                Remark(
                    statement.range, "\(summary.verb) without IF NOT EXISTS fails when it is run again.",
                    hint: "Write `\(summary.verb) IF NOT EXISTS \u{2026}`.",
                    edits: statement.statement.insertion(ofGuard: "IF NOT EXISTS"))
            ]
        }
    )
}
