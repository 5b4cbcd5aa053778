import CQLSyntax

extension LintRule {
    /// `ttl-change`
    static let ttlChange = LintRule(
        "ttl-change", .warning,
        "ALTER TABLE changes the default time to live.",
        explanation: """
            It holds for new writes only: rows that are there keep the time to live that they were written with, and \
            those without one never expire.
            """,
        recipe: "Write the rows anew that are to expire, or delete them.",
        example: "ALTER TABLE events WITH default_time_to_live = 86400;",
        check: .statement(.alterTable) { statement in
            guard let property = statement.tree.changedProperties.option("default_time_to_live") else { return [] }
            return [Remark(property.range, "Rows that are there already keep the time to live that they have.")]
        }
    )
}
