import CQLSyntax

extension LintRule {
    /// `drop-index`
    static let dropIndex = LintRule(
        "drop-index", .warning,
        "A script drops an index.",
        explanation: """
            Queries that need it are refused from then on, unless they say ALLOW FILTERING, and to make it anew every \
            node has to read the whole table.
            """,
        recipe: "Release the programs whose queries no longer refer to it first, then drop it.",
        example: "DROP INDEX IF EXISTS users_by_email;",
        check: .statement(.indexes) { statement in
            guard case .dropIndex(let drop) = statement.tree, !statement.isUndo, !statement.isMeantToLoseData else {
                return []
            }
            return [Remark(statement.range, "Queries that need the index `\(drop.name)` are refused from here on.")]
        }
    )
}
