import CQLSyntax

extension LintRule {
    /// `constraint-new-writes-only`
    static let constraintNewWritesOnly = LintRule(
        "constraint-new-writes-only", .warning,
        "ALTER TABLE gives a column a constraint.",
        explanation: """
            It binds writes from now on. Rows that are there are not looked at, and a program that still writes other \
            values fails at once. A second ALTER … CHECK takes the place of the first.
            """,
        recipe: """
            Release the programs that keep to it first, look for rows that do not and correct them, then add the \
            constraint, one column at a time and with all its conditions.
            """,
        example: "ALTER TABLE users ALTER age CHECK age >= 18;",
        check: .statement(.alterTable) { statement in
            guard case .alterTable(let alter) = statement.tree, case .check(let column, let checks, _) = alter.change,
                !checks.isEmpty, !statement.isUndo
            else { return [] }
            return [Remark(column.span.range, "Rows whose `\(column)` breaks the constraint are there and stay.")]
        }
    )
}
