import CQLSyntax
import SchemaModel

/// The names of what a server's DESCRIBE of a keyspace says is there.
///
/// From 6.0 on a node's schema is what the cluster's metadata log makes of it, and DESCRIBE tells it; the rows of
/// `system_schema` are written beside it (`DistributedSchema.initializeKeyspaceInstances`). A node that ends in the middle
/// of a DROP, even in an orderly way, has the change in its log and not in these rows; at its next start it writes the
/// rows of everything that is there and removes none, so that they show what was dropped for good (seen on 6.0-alpha2).
///
/// In doubt a row counts as one of something that is there: triggers stand in no DESCRIBE, and functions are told apart by
/// their names and how many arguments they have, as types are spelled in more than one way.
struct DescribedNames {
    private var names: [String: Set<String>] = [:]
    /// The columns of each table whose statement can be read: of a table that is described by a comment they are not known.
    private var columns: [String: Set<String>] = [:]
    /// How many arguments functions and aggregates have; none where that is not known.
    private var arguments: [String: Set<Int>] = [:]

    /// - Parameters:
    ///   - elements: The rows of the answer; none of a keyspace that is not there.
    ///   - rows: What `system_schema` has of the keyspace.
    init(_ elements: [DescribedElement], release: CassandraRelease, beside rows: [SystemRow]) {
        for element in elements {
            names[element.type, default: []].insert(element.name)
            // Where a statement cannot be read its name tells that it is there.
            let described = try? DescribedStatements(element, release: release, beside: rows)
            for tree in described?.trees ?? [] { take(tree) }
        }
    }

    private mutating func take(_ tree: StatementTree) {
        switch tree {
        case .createTable(let table): columns[table.name.name.text] = Set(table.columns.map(\.name.text))
        case .createFunction(let function):
            arguments[function.name.name.text, default: []].insert(function.arguments.count)
        case .createAggregate(let aggregate):
            arguments[aggregate.name.name.text, default: []].insert(aggregate.argumentTypes.count)
        default: break
        }
    }

    /// Whether a row of `system_schema` tells of something that is there, or may be.
    func knows(_ row: SystemRow) -> Bool {
        switch row.table {
        case "keyspaces": has("keyspace", row.text("keyspace_name"))
        case "tables", "dropped_columns", "triggers": has("table", row.text("table_name"))
        case "columns", "column_masks": knowsColumn(row)
        case "views": has("materialized_view", row.text("view_name"))
        case "indexes": has("index", row.text("index_name"))
        case "types": has("type", row.text("type_name"))
        case "functions": has("function", row.text("function_name")) && fits(row, row.text("function_name"))
        case "aggregates": has("aggregate", row.text("aggregate_name")) && fits(row, row.text("aggregate_name"))
        default: true
        }
    }

    private func has(_ type: String, _ name: String?) -> Bool { name.map { names[type]?.contains($0) == true } ?? true }

    private func knowsColumn(_ row: SystemRow) -> Bool {
        guard let table = row.text("table_name"), let column = row.text("column_name") else { return true }
        if has("table", table) { return columns[table]?.contains(column) ?? true }
        return has("materialized_view", table)
    }

    private func fits(_ row: SystemRow, _ name: String?) -> Bool {
        guard let name, let known = arguments[name] else { return true }
        guard case .list(let types)? = row.values["argument_types"] else { return known.contains(0) }
        return known.contains(types.count)
    }
}
