import CQLSyntax

extension LintRule {
    /// `add-constraint`
    static let addConstraint = LintRule(
        "add-constraint", .error,
        "ALTER TABLE … ADD CONSTRAINT is no statement of CQL.",
        explanation: """
            Constraints have no names and belong to a column. 6.0 reads the words as a new column `constraint` of a \
            type that has the name of the constraint, and refuses it; earlier releases have no constraints.
            """,
        recipe: "Write `ALTER TABLE t ALTER c CHECK …`.",
        example: "ALTER TABLE users ADD CONSTRAINT adult CHECK age >= 18;",
        check: .statement(.alterTable) { statement in
            guard case .alterTable(let alter) = statement.tree, case .add(let columns, _) = alter.change,
                let column = columns.first, columns.count == 1, column.name.text == "constraint",
                case .userDefined = column.type, !column.constraints.isEmpty
            else { return [] }
            return [wrongForm(column.name.span.range, alter.name.description)]
        },
        .unreadable { unreadable in
            guard unreadable.statement.summary.verb == "ALTER TABLE" else { return nil }
            let tokens = unreadable.statement.significantTokens
            let source = unreadable.statement.source
            for (token, next) in zip(tokens, tokens.dropFirst()) where token.keyword == .add {
                guard next.kind == .identifier, source.value(of: next) == "constraint" else { continue }
                // A column of that name has a type and nothing more.
                guard tokens.contains(where: { $0.keyword == .check }) else { return nil }
                return wrongForm(next.range, unreadable.statement.summary.object?.description ?? "t")
            }
            return nil
        }
    )

    private static func wrongForm(_ range: Range<Int>, _ table: String) -> Remark {
        Remark(
            range, "`ADD CONSTRAINT` adds no constraint: a server reads it as a new column called `constraint`.",
            hint: "Write `ALTER TABLE \(table) ALTER c CHECK \u{2026}`, with the column that is to be checked for `c`.")
    }
}
