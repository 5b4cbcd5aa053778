import CQLSyntax

extension LintRule {
    /// `allow-filtering`
    static let allowFiltering = LintRule(
        "allow-filtering", .warning,
        "A query in a script says ALLOW FILTERING.",
        explanation: "The servers read the whole table for it, in the middle of a deployment.",
        recipe: "Leave it out: a script has no use for the rows that a query gives.",
        example: "SELECT id FROM users WHERE age > 30 ALLOW FILTERING;",
        check: .statement(.select) { statement in
            guard case .select(let select) = statement.tree, select.allowFiltering else { return [] }
            return [Remark(statement.range, "This may read every row of `\(select.table)` on every node.")]
        }
    )
}
