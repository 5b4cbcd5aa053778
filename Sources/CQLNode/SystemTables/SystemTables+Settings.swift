import CQLSyntax
import CQLWire
import SchemaModel

/// The rows about settings and indexes.
extension SystemTables {
    /// The rows of `system_views.settings`: those settings that mean something to a node without files and threads, and
    /// the guardrails, as a release is delivered.
    var settingRows: [VirtualRow] {
        let allowed = view.settings
        let own: KeyValuePairs = [
            "allow_filtering_enabled": "true",
            "cdc_enabled": "false",
            "cluster_name": view.clusterName,
            "default_keyspace_rf": "\(allowed.defaultReplicas)",
            "drop_compact_storage_enabled": "\(allowed.dropCompactStorage)",
            "materialized_views_enabled": "\(allowed.materializedViews)",
            "num_tokens": "\(TokenRing.tokensPerNode)",
            "partitioner": "org.apache.cassandra.dht.Murmur3Partitioner",
            "rpc_address": view.own.address.map { "\($0.address)" } ?? "",
            "sasi_indexes_enabled": "\(allowed.sasiIndexes)",
            "scripted_user_defined_functions_enabled": "\(allowed.scriptedFunctions)",
            "user_defined_functions_enabled": "\(allowed.userFunctions)",
        ]
        var rows = own.map { ($0.key, $0.value) }
        let release = view.profile.release
        if release >= .v50 { rows.append(("dynamic_data_masking_enabled", "\(allowed.masking)")) }
        if release >= .v60 { rows.append(("accord.enabled", "\(allowed.transactions)")) }
        for (since, value, names) in Self.guardrails where release >= since {
            rows += names.split(separator: " ").map { (String($0), value) }
        }
        return rows.map { ["name": .text($0.0), "value": .text($0.1)] }
    }

    /// Guardrails that know of no limit, by the release that brought them (seen on 4.1.10, 5.0.9 and 6.0-alpha2).
    private static let guardrails: [(CassandraRelease, String, String)] = [
        (
            .v41, "true",
            "compact_tables_enabled drop_truncate_table_enabled group_by_enabled read_before_write_list_operations_enabled "
                + "secondary_indexes_enabled uncompressed_tables_enabled use_statements_enabled user_timestamps_enabled"
        ),
        (
            .v41, "-1",
            "columns_per_table_fail_threshold fields_per_udt_fail_threshold items_per_collection_fail_threshold "
                + "keyspaces_fail_threshold materialized_views_per_table_fail_threshold "
                + "minimum_replication_factor_fail_threshold secondary_indexes_per_table_fail_threshold tables_fail_threshold"
        ),
        (
            .v41, "[]",
            "read_consistency_levels_disallowed table_properties_disallowed write_consistency_levels_disallowed"
        ),
        (
            .v50, "true",
            "alter_table_enabled default_secondary_index_enabled drop_keyspace_enabled simplestrategy_enabled "
                + "vector_type_enabled zero_ttl_on_twcs_enabled"
        ),
        (.v50, "-1", "maximum_replication_factor_fail_threshold vector_dimensions_fail_threshold"),
        (.v60, "[]", "keyspace_properties_disallowed"),
    ]

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
