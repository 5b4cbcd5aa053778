import CQLSyntax

extension LintRule {
    /// `compact-storage`
    static let compactStorage = LintRule(
        "compact-storage", .warning,
        "A table is made WITH COMPACT STORAGE.",
        explanation: """
            It is a relic of clients of Thrift. Servers still take it, and refuse to add a column to such a table; \
            DROP COMPACT STORAGE is an experiment that has to be switched on.
            """,
        recipe: "Leave it out.",
        example: "CREATE TABLE IF NOT EXISTS users (id uuid PRIMARY KEY, name text) WITH COMPACT STORAGE;",
        check: .statement(.createTable) { statement in
            guard case .createTable(let create) = statement.tree, create.isCompactStorage else { return [] }
            return [
                Remark(
                    create.name.name.span.range, "`\(create.name)` can never get another column: the server refuses it."
                )
            ]
        }
    )
}
