import CQLSyntax
import SchemaModel

extension LintRule {
    /// `limits`
    static let limits = LintRule(
        "limits", .warning,
        "A table or a type has more in it than clusters usually allow.",
        explanation: """
            Every table costs memory on every node, and every column costs it in every query. Operators set limits \
            (guardrails) and managed services have them fixed, so a script that goes through here fails there.
            """,
        recipe: "Split the table, or keep what varies in a map; use a table of its own for one more query.",
        check: .statement([.createTable, .types]) { statement in
            switch statement.tree {
            case .createTable(let create) where create.columns.count > maximumColumns:
                return [over(create.name.name, "columns", create.columns.count, maximumColumns)]
            case .createType(let create) where create.fields.count > maximumFields:
                return [over(create.name.name, "fields", create.fields.count, maximumFields)]
            default: return []
            }
        },
        .replay { replay in
            switch replay.tree {
            case .alterTable(let alter):
                guard case .add(let columns, _) = alter.change, let table = replay.table(alter.name) else { return [] }
                let count = table.columns.count
                guard count <= maximumColumns, count + columns.count > maximumColumns else { return [] }
                return [over(alter.name.name, "columns", count + columns.count, maximumColumns)]
            case .createIndex(let create):
                guard let table = replay.table(create.table), table.indexes.count == maximumIndexes else { return [] }
                return [over(create.table.name, "indexes", maximumIndexes + 1, maximumIndexes)]
            default: return []
            }
        },
        .folder { folder in
            var count = 0
            for script in folder.scripts {
                count += script.steps.count { $0.makesTable }
                guard count > maximumTables else { continue }
                // Said once, of the script that crosses the line.
                let message =
                    "With this script the folder has made \(count) tables, and clusters are made for about "
                    + "\(maximumTables) in all their keyspaces."
                return [FolderRemark(file: script.file, remark: Remark(nil, message))]
            }
            return []
        }
    )

    private static let maximumIndexes = 10
    private static let maximumColumns = 100
    private static let maximumFields = 60
    private static let maximumTables = 200

    private static func over(_ name: Name, _ what: String, _ count: Int, _ limit: Int) -> Remark {
        Remark(name.span.range, "`\(name)` has \(count) \(what), and more than \(limit) are refused in many places.")
    }
}

extension SchemaStep {
    /// Whether it makes a table.
    fileprivate var makesTable: Bool {
        switch content {
        case .plainTable: true
        case .statement(.createTable): true
        case .statement, .unreadable: false
        }
    }
}
