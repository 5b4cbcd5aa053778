import CQLWire
import SchemaModel

/// The rows of `system_virtual_schema`: the schema of the virtual tables.
struct VirtualSchemaRows {
    private let tables: [Table]
    private let keyspaces: [String]

    init(_ virtual: Catalogue) {
        keyspaces = virtual.keyspaces.keys.sorted()
        tables = keyspaces.flatMap { name in
            (virtual[name]?.tables.values).map { $0.sorted { $0.name < $1.name } } ?? []
        }
    }

    func rows(of name: String) -> [VirtualRow] {
        switch name {
        case "keyspaces": keyspaces.map { ["keyspace_name": .text($0)] }
        case "tables":
            tables.map {
                [
                    "keyspace_name": .text($0.keyspace), "table_name": .text($0.name),
                    "comment": .text($0.options.comment),
                ]
            }
        case "columns": tables.flatMap(Self.columnRows)
        default: []
        }
    }

    private static func columnRows(_ table: Table) -> [VirtualRow] {
        table.columns.map { column in
            let key = column.kind == .clustering ? table.clustering : table.partitionKey
            let position = key.firstIndex { $0.name == column.name } ?? -1
            return [
                "keyspace_name": .text(table.keyspace), "table_name": .text(table.name),
                "column_name": .text(column.name), "clustering_order": .text(column.order.rawValue.lowercased()),
                "column_name_bytes": .blob(Array(column.name.utf8)), "kind": .text(column.kind.rawValue),
                "position": .int(Int32(position)), "type": .text("\(column.type)"),
            ]
        }
    }
}
