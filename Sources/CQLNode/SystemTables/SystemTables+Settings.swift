import CQLSyntax
import CQLWire
import SchemaModel

/// The rows about settings and indexes.
extension SystemTables {
    /// The rows of `system_views.settings`: those settings that mean something to a node without files and threads.
    var settingRows: [VirtualRow] {
        let settings: KeyValuePairs = [
            "allow_filtering_enabled": "true",
            "cdc_enabled": "false",
            "cluster_name": view.clusterName,
            "default_keyspace_rf": "1",
            "materialized_views_enabled": "false",
            "num_tokens": "\(TokenRing.tokensPerNode)",
            "partitioner": "org.apache.cassandra.dht.Murmur3Partitioner",
            "rpc_address": view.own.address.map { "\($0.address)" } ?? "",
            "sasi_indexes_enabled": "false",
            "user_defined_functions_enabled": "false",
        ]
        return settings.map { ["name": .text($0.key), "value": .text($0.value)] }
    }

    /// The rows of `system."IndexInfo"`: an index is built as soon as it is made.
    var indexRows: [VirtualRow] {
        tablesWithIndexes.flatMap { table in
            table.indexes.values.sorted { $0.name < $1.name }.map { index in
                ["table_name": .text(table.keyspace), "index_name": .text(index.name)]
            }
        }
    }

    /// The rows of `system_views.sai_column_indexes`.
    var storageAttachedRows: [VirtualRow] {
        tablesWithIndexes.flatMap { table in
            TableShape(table, in: view.catalogue).indexes.filter(\.isStorageAttached).map { index in
                let type = table.column(index.column)?.type
                return [
                    "keyspace_name": .text(table.keyspace), "index_name": .text(index.name),
                    "table_name": .text(table.name), "column_name": .text(index.column),
                    "is_queryable": .boolean(true), "is_building": .boolean(false),
                    "is_string": .boolean(type == .native(.text) || type == .native(.ascii)),
                    "analyzer": .text("NoOpAnalyzer{}"),
                ]
            }
        }
    }

    private var tablesWithIndexes: [Table] {
        view.catalogue.keyspaces.values.sorted { $0.name < $1.name }.flatMap { keyspace in
            keyspace.tables.values.filter { !$0.indexes.isEmpty }.sorted { $0.name < $1.name }
        }
    }
}
