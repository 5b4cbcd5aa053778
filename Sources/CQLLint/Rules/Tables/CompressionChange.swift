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
            guard let property = statement.tree.changedProperties.option("compression") else { return [] }
            return [Remark(property.range, "Files that are there already stay as they are.")]
        }
    )
}
