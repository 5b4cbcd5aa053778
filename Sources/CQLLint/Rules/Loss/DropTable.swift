import CQLSyntax

extension LintRule {
    /// `drop-table`
    static let dropTable = LintRule(
        "drop-table", .error,
        "A script drops a table.",
        explanation: """
            Every row is gone, but for the snapshot of a server on which `auto_snapshot` is on. Programs that still \
            read or write the table fail at once.
            """,
        recipe: """
            Release the programs that no longer use it first, take a snapshot (`nodetool snapshot`), then drop it and \
            silence this rule with the reason.
            """,
        example: "DROP TABLE IF EXISTS users;",
        check: .statement(.dropTable) { statement in
            guard case .dropTable(let drop) = statement.tree, !statement.isUndo, !statement.isMeantToLoseData else {
                return []
            }
            return [Remark(statement.range, "This drops the table `\(drop.name)` and every row in it.")]
        }
    )
}
