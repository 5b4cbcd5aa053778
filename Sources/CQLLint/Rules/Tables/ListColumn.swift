import CQLSyntax

extension LintRule {
    /// `list-column`
    static let listColumn = LintRule(
        "list-column", .info,
        "A column is a list that is not frozen.",
        explanation: """
            To set or remove an element by its place the server reads the list first, and an append that is repeated \
            after a time-out is there twice.
            """,
        recipe: "Use a set, a map with keys of your own, or a frozen list that is written as a whole.",
        example: "CREATE TABLE IF NOT EXISTS users (id uuid PRIMARY KEY, phones list<text>);",
        check: .statement([.alterTable, .createTable]) { statement in
            let columns = statement.tree.newColumns
            return columns.indices.compactMap { index in
                guard case .list = columns[index].type else { return nil }
                let name = columns[index].name
                return Remark(
                    name.span.range, "An append to `\(name)` that is repeated after a time-out is there twice.")
            }
        }
    )
}

extension StatementTree {
    /// The columns that a statement adds to a table, old or new.
    var newColumns: [ColumnDefinition] {
        switch self {
        case .createTable(let create): return create.columns
        case .alterTable(let alter):
            guard case .add(let columns, _) = alter.change else { return [] }
            return columns
        default: return []
        }
    }
}
