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
            let properties: [Property]
            switch statement.tree {
            case .alterTable(let alter):
                guard case .properties(let found) = alter.change else { return [] }
                properties = found
            case .alterView(let alter): properties = alter.properties
            default: return []
            }
            guard let property = properties.option("compaction") else { return [] }
            return [Remark(property.range, "Every node may have to rewrite the whole table for it, all at once.")]
        }
    )
}
