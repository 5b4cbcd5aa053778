import CQLSyntax

extension LintRule {
    /// `compression-change`
    static let compressionChange = LintRule(
        "compression-change", .info,
        "ALTER TABLE changes the compression.",
        explanation: "It holds for files that are written from now on; those that are there stay as they are.",
        recipe: "Run `nodetool upgradesstables -a` on every node if the old files are to follow.",
        example: "ALTER TABLE users WITH compression = {'class': 'DeflateCompressor'};",
        check: .statement([.alterTable, .views]) { statement in
            let properties: [Property]
            switch statement.tree {
            case .alterTable(let alter):
                guard case .properties(let found) = alter.change else { return [] }
                properties = found
            case .alterView(let alter): properties = alter.properties
            default: return []
            }
            guard let property = properties.option("compression") else { return [] }
            return [Remark(property.range, "Files that are there already stay as they are.")]
        }
    )
}
