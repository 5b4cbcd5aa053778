import CQLSyntax

extension LintRule {
    /// `column-drop`
    static let columnDrop = LintRule(
        "column-drop", .error,
        "ALTER TABLE drops a column.",
        explanation: """
            The values are gone: a drop of a column takes no snapshot. Programs that still name the column fail \
            at once, prepared statements among them.
            """,
        recipe: """
            Release the programs that no longer use it first, take a snapshot (`nodetool snapshot`), then drop \
            it and silence this rule with the reason.
            """,
        example: "ALTER TABLE users DROP phone;",
        check: .statement(.alterTable) { statement in
            guard !statement.isUndo, case .alterTable(let alter) = statement.tree,
                case .drop(let names, _, _) = alter.change, !statement.isMeantToLoseData
            else { return [] }
            return names.map { Remark($0.span.range, "This drops the column `\($0)` and every value in it.") }
        }
    )
}
