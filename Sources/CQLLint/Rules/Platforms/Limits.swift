import CQLSyntax
import SchemaModel

extension LintRule {
    /// `limits`
    static let limits = LintRule(
        "limits", .warning,
        "A table, a type or a keyspace has more in it than clusters usually allow.",
        explanation: """
            Every table costs memory on every node and every column costs it in every query. Operators set limits \
            (guardrails) and managed services have them fixed, so a script that goes through here fails there.
            """,
        recipe:
            "Split the table, or keep what varies in a map; use one index of several columns or a table of its own.",
        check: .replay { replay in
            switch replay.tree {
            case .createTable(let create):
                if create.columns.count > maximumColumns {
                    return [over(create.name.name, "columns", create.columns.count, maximumColumns)]
                }
                let count = replay.tableCount(in: create.name)
                // Said once, of the table that crosses the line.
                guard count == maximumTables, replay.table(create.name) == nil else { return [] }
                return [
                    Remark(
                        create.name.name.span.range,
                        "This is table number \(count + 1) of its keyspace, and clusters are made for about "
                            + "\(maximumTables) tables.")
                ]
            case .alterTable(let alter):
                guard case .add(let columns, _) = alter.change, let table = replay.table(alter.name) else { return [] }
                let count = table.columns.count
                guard count <= maximumColumns, count + columns.count > maximumColumns else { return [] }
                return [over(alter.name.name, "columns", count + columns.count, maximumColumns)]
            case .createIndex(let create):
                guard let table = replay.table(create.table), table.indexes.count == maximumIndexes else { return [] }
                return [over(create.table.name, "indexes", maximumIndexes + 1, maximumIndexes)]
            case .createType(let create):
                guard create.fields.count > maximumFields else { return [] }
                return [over(create.name.name, "fields", create.fields.count, maximumFields)]
            default: return []
            }
        }
    )

    /// What a server of 5.0 allows of storage-attached indexes of a table as it is delivered.
    private static let maximumIndexes = 10
    private static let maximumColumns = 100
    private static let maximumFields = 60
    private static let maximumTables = 150

    private static func over(_ name: Name, _ what: String, _ count: Int, _ limit: Int) -> Remark {
        Remark(name.span.range, "`\(name)` has \(count) \(what), and more than \(limit) are refused in many places.")
    }
}
