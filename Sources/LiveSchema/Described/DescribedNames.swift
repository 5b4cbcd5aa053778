import CQLSyntax
import SchemaModel

/// The names of what a server's DESCRIBE of a keyspace says is there.
///
/// From 6.0 on a node's schema is what the cluster's metadata log makes of it, and DESCRIBE tells it; the rows of
/// `system_schema` are written beside it (`DistributedSchema.initializeKeyspaceInstances`). A node that ends in the middle
/// of a DROP, even in an orderly way, has the change in its log and not in these rows; at its next start it writes the
/// rows of everything that is there and removes none, so that they show what was dropped for good (seen on 6.0-alpha2).
struct DescribedNames {
    private var tables: [String: Set<String>] = [:]
    private var views: Set<String> = []
    private var indexes: Set<String> = []
    private var types: Set<String> = []
    /// Functions and aggregates by name and number of arguments: their types are spelled in more than one way.
    private var functions: Set<Signature> = []
    private var aggregates: Set<Signature> = []
    /// Whether the keyspace itself is there.
    private var hasKeyspace = false

    private struct Signature: Hashable {
        let name: String
        let arguments: Int
    }

    /// A keyspace that is not there.
    init() {}

    /// A keyspace as it is described.
    init(_ described: DescribedStatements) {
        hasKeyspace = true
        for tree in described.trees { take(tree) }
    }

    private mutating func take(_ tree: StatementTree) {
        switch tree {
        case .createTable(let table): tables[table.name.name.text] = Set(table.columns.map(\.name.text))
        case .createView(let view): views.insert(view.name.name.text)
        case .createIndex(let index): if let name = index.name { indexes.insert(name.text) }
        case .createType(let type): types.insert(type.name.name.text)
        case .createFunction(let function):
            functions.insert(Signature(name: function.name.name.text, arguments: function.arguments.count))
        case .createAggregate(let aggregate):
            aggregates.insert(Signature(name: aggregate.name.name.text, arguments: aggregate.argumentTypes.count))
        default: break
        }
    }

    /// Whether a row of `system_schema` tells of something that is there, or may be.
    func knows(_ row: SystemRow) -> Bool {
        guard hasKeyspace else { return false }
        switch row.table {
        case "tables", "dropped_columns", "triggers": return row.text("table_name").map { tables[$0] != nil } ?? true
        case "columns", "column_masks":
            guard let table = row.text("table_name"), let column = row.text("column_name") else { return true }
            return tables[table]?.contains(column) ?? views.contains(table)
        case "views": return row.text("view_name").map(views.contains) ?? true
        case "indexes": return row.text("index_name").map(indexes.contains) ?? true
        case "types": return row.text("type_name").map(types.contains) ?? true
        case "functions": return signature(of: row, "function_name").map(functions.contains) ?? true
        case "aggregates": return signature(of: row, "aggregate_name").map(aggregates.contains) ?? true
        default: return true
        }
    }

    private func signature(of row: SystemRow, _ column: String) -> Signature? {
        guard let name = row.text(column) else { return nil }
        guard case .list(let types)? = row.values["argument_types"] else { return Signature(name: name, arguments: 0) }
        return Signature(name: name, arguments: types.count)
    }
}
