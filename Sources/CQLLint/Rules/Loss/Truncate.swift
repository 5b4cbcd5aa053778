import CQLSyntax

extension LintRule {
    /// `truncate`
    static let truncate = LintRule(
        "truncate", .error,
        "TRUNCATE empties a table.",
        explanation: """
            Every row is gone, but for the snapshot of a server on which `auto_snapshot` is on. It needs all \
            nodes of the cluster up, and fails when one is down.
            """,
        recipe: """
            Take it out of the migration; empty a table by hand, after a snapshot (`nodetool snapshot`).
            """,
        example: "TRUNCATE users;",
        check: .statement(.truncate) { statement in
            guard case .truncate(let table) = statement.tree, !statement.isMeantToLoseData else { return [] }
            return [
                Remark(
                    statement.range,
                    "This removes every row of `\(table)`, and fails unless all nodes of the cluster are up.")
            ]
        }
    )
}
