import CQLSyntax

extension LintRule {
    /// `materialized-view`
    static let materializedView = LintRule(
        "materialized-view", .warning,
        "CREATE MATERIALIZED VIEW.",
        explanation: """
            View and table can differ, and nothing tells; to build it every node reads the whole table. Views are \
            called an experiment, and from 4.0 on servers refuse them unless `materialized_views_enabled` (before 4.1 \
            `enable_materialized_views`) is set on every node.
            """,
        recipe: "Keep a second table and write to both, in one batch where they must not differ.",
        example: """
            CREATE MATERIALIZED VIEW IF NOT EXISTS users_by_email AS
            SELECT * FROM users WHERE email IS NOT NULL AND id IS NOT NULL PRIMARY KEY (email, id);
            """,
        check: .statement(.views) { statement in
            guard case .createView(let create) = statement.tree else { return [] }
            return [
                Remark(
                    create.name.name.span.range,
                    "A view is an experiment that can differ from its table, and off on servers as they are delivered "
                        + "since 4.0.")
            ]
        }
    )
}
