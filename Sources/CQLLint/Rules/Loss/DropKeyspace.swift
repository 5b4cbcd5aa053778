import CQLSyntax

extension LintRule {
    /// `drop-keyspace`
    static let dropKeyspace = LintRule(
        "drop-keyspace", .error,
        "A script drops a keyspace.",
        explanation: "Every table in it is gone with every row, but for snapshots of servers with `auto_snapshot` on.",
        recipe: "Take it out of the migration; drop a keyspace by hand, after a snapshot (`nodetool snapshot`).",
        example: "DROP KEYSPACE IF EXISTS shop;",
        check: .statement(.keyspaces) { statement in
            guard case .dropKeyspace(let drop) = statement.tree, !statement.isUndo, !statement.isMeantToLoseData else {
                return []
            }
            return [Remark(statement.range, "This drops the keyspace `\(drop.name)` and everything in it.")]
        }
    )
}
