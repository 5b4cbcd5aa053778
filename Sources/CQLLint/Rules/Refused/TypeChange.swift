import CQLSyntax

extension LintRule {
    /// `type-change`
    static let typeChange = LintRule(
        "type-change", .error,
        "ALTER … TYPE changes the type of a column or a field.",
        explanation: """
            Every supported release reads the statement and refuses it, also for types that look alike as `int` \
            and `bigint`.
            """,
        recipe: """
            Add a column of the new type, write to both, copy the values, switch the readers, then drop the old \
            column.
            """,
        example: "ALTER TABLE users ALTER age TYPE bigint;",
        check: .statement([.alterTable, .types]) { statement in
            switch statement.tree {
            case .alterTable(let alter):
                guard case .alterType(let name, let type, _) = alter.change else { return [] }
                return [
                    Remark(name.span.range, "The type of `\(name)` cannot become `\(type)`: all releases refuse it.")
                ]
            case .alterType(let alter):
                guard case .alter(let field) = alter.change else { return [] }
                return [
                    Remark(
                        field.name.span.range,
                        "The type of the field `\(field.name)` cannot become `\(field.type)`: all releases refuse it.")
                ]
            default: return []
            }
        },
        .unreadable { unreadable in
            // 3.11 refuses a field's new type as it reads it.
            guard unreadable.statement.summary.verb == "ALTER TYPE" else { return nil }
            let words = unreadable.statement.significantTokens.dropFirst(2)
            guard let alter = words.firstIndex(where: { $0.keyword == .alter }),
                words[(alter + 1)...].contains(where: { $0.keyword == .type })
            else { return nil }
            return Remark(unreadable.statement.range, "The type of a field cannot be changed: all releases refuse it.")
        }
    )
}
