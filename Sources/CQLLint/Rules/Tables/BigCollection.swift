import CQLSyntax

extension LintRule {
    /// `big-collection`
    static let bigCollection = LintRule(
        "big-collection", .info,
        "A column is a set or a map that is not frozen.",
        explanation: """
            A collection is read as a whole, and writing it as a whole leaves a tombstone. It is made for a handful of \
            values, not for what grows with use.
            """,
        recipe: "Keep what grows in rows of its own, with a clustering column instead of the collection.",
        example: "CREATE TABLE IF NOT EXISTS users (id uuid PRIMARY KEY, visits map<timestamp, text>);",
        check: .statement([.alterTable, .createTable]) { statement in
            let columns = statement.tree.newColumns
            return columns.indices.compactMap { index in
                switch columns[index].type {
                case .set, .map:
                    let name = columns[index].name
                    return Remark(name.span.range, "`\(name)` is read as a whole, however much there is in it.")
                default: return nil
                }
            }
        }
    )
}
