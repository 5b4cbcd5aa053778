import CQLSyntax

extension LintRule {
    /// `drop-view`
    static let dropView = LintRule(
        "drop-view", .warning,
        "A script drops a materialized view.",
        explanation: """
            Queries that read the view fail at once, and to make it anew the server has to read the whole table.
            """,
        recipe: "Release the programs that read something else first, then drop it.",
        example: "DROP MATERIALIZED VIEW IF EXISTS users_by_email;",
        check: .statement(.views) { statement in
            guard case .dropView(let drop) = statement.tree, !statement.isUndo, !statement.isMeantToLoseData else {
                return []
            }
            return [Remark(statement.range, "Queries that read the view `\(drop.name)` fail from here on.")]
        }
    )
}
