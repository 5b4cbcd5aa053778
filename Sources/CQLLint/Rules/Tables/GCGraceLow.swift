import CQLSyntax

extension LintRule {
    /// `gc-grace-low`
    static let gcGraceLow = LintRule(
        "gc-grace-low", .warning,
        "A table forgets its deletions after less than a day.",
        explanation: """
            A deletion must reach every replica within `gc_grace_seconds`; whatever a repair has not brought over by \
            then comes back. Hints for a node that was down are kept no longer either.
            """,
        recipe: "Keep the ten days that are the default, or more than the time between two repairs.",
        example: "ALTER TABLE users WITH gc_grace_seconds = 0;",
        check: .statement([.alterTable, .createTable]) { statement in
            let properties = statement.tree.tableProperties
            guard !properties.isEmpty, let property = properties.option("gc_grace_seconds"),
                let seconds = property.integer, seconds < 86_400
            else { return [] }
            // Where everything expires and nothing is deleted, three hours of hints are what is left to lose.
            if seconds >= 10_800, (properties.option("default_time_to_live")?.integer ?? 0) > 0 { return [] }
            return [
                Remark(
                    property.range,
                    "What is deleted comes back unless a repair ends within \(seconds) s of every deletion.")
            ]
        }
    )
}
