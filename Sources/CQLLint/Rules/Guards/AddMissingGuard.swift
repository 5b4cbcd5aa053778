import CQLSyntax

extension LintRule {
    /// `add-missing-guard`
    static let addMissingGuard = LintRule(
        "add-missing-guard", .info,
        "An ALTER adds or drops without a guard.",
        explanation: """
            From 4.1 on ALTER knows `ADD IF NOT EXISTS` and `DROP IF EXISTS`, which make it harmless to run the \
            statement again after its answer was lost. Earlier releases have no such words; there cqlmig looks at \
            the schema before it runs the statement again.
            """,
        recipe: "Write `ADD IF NOT EXISTS`, `DROP IF EXISTS`.",
        check: .statement([.alterTable, .types]) { statement in
            guard let release = statement.release, release >= .v41 else { return [] }
            func remark(_ words: String, _ name: Name) -> [Remark] {
                [Remark(name.span.range, "This fails when it is run again, for want of `\(words)`.")]
            }
            switch statement.tree {
            case .alterTable(let alter):
                switch alter.change {
                case .add(let columns, ifNotExists: false):
                    return columns.first.map { remark("ADD IF NOT EXISTS", $0.name) } ?? []
                case .drop(let names, ifExists: false, _):
                    return names.first.map { remark("DROP IF EXISTS", $0) } ?? []
                default: return []
                }
            case .alterType(let alter):
                guard case .add(let field, ifNotExists: false) = alter.change else { return [] }
                return remark("ADD IF NOT EXISTS", field.name)
            default: return []
            }
        }
    )
}
