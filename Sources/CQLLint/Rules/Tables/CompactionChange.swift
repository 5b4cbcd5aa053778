import CQLSyntax

extension LintRule {
    /// `compaction-change`
    static let compactionChange = LintRule(
        "compaction-change", .warning,
        "ALTER TABLE changes the compaction.",
        explanation: """
            Another strategy has every node rewrite the whole table, all of them at once and beside what they have to \
            do.
            """,
        recipe: """
            Try it on one node first (`nodetool`, JMX `CompactionParametersJson`), have enough free disk, and choose a \
            quiet hour.
            """,
        example: "ALTER TABLE users WITH compaction = {'class': 'LeveledCompactionStrategy'};",
        check: .statement([.alterTable, .views]) { statement in
            guard let property = statement.tree.changedProperties.option("compaction") else { return [] }
            return [Remark(property.range, "Every node may have to rewrite the whole table for it, all at once.")]
        }
    )
}
