import CQLSyntax
import CQLWire
import SchemaModel

/// The rows about settings and indexes.
extension SystemTables {
    /// The rows of `system_views.settings`: those settings that mean something to a node without files and threads, and
    /// the guardrails, as a release is delivered.
    ///
    /// Seen on 4.1.10, 5.0.9 and 6.0-alpha2; -1 and an empty set are no limit.
    var settingRows: [VirtualRow] {
        let allowed = view.settings
        let release = view.profile.release
        var rows: [VirtualRow] = []
        add("\(TokenRing.tokensPerNode)", "num_tokens")
        add("org.apache.cassandra.dht.Murmur3Partitioner", "partitioner")
        add(view.clusterName, "cluster_name")
        add(view.own.address.map { "\($0.address)" } ?? "", "rpc_address")
        add("\(allowed.defaultReplicas)", "default_keyspace_rf")
        add("false", "cdc_enabled")
        add("\(allowed.dropCompactStorage)", "drop_compact_storage_enabled")
        add("\(allowed.materializedViews)", "materialized_views_enabled")
        add("\(allowed.sasiIndexes)", "sasi_indexes_enabled")
        add("\(allowed.scriptedFunctions)", "scripted_user_defined_functions_enabled")
        add("\(allowed.userFunctions)", "user_defined_functions_enabled")
        add(
            "true",
            "allow_filtering_enabled compact_tables_enabled drop_truncate_table_enabled group_by_enabled "
                + "read_before_write_list_operations_enabled secondary_indexes_enabled uncompressed_tables_enabled "
                + "use_statements_enabled user_timestamps_enabled")
        add(
            "-1",
            "columns_per_table_fail_threshold fields_per_udt_fail_threshold items_per_collection_fail_threshold "
                + "keyspaces_fail_threshold materialized_views_per_table_fail_threshold "
                + "minimum_replication_factor_fail_threshold secondary_indexes_per_table_fail_threshold "
                + "tables_fail_threshold")
        add("[]", "read_consistency_levels_disallowed table_properties_disallowed write_consistency_levels_disallowed")
        if release >= .v50 {
            add("\(allowed.masking)", "dynamic_data_masking_enabled")
            add(
                "true",
                "alter_table_enabled default_secondary_index_enabled drop_keyspace_enabled simplestrategy_enabled "
                    + "vector_type_enabled zero_ttl_on_twcs_enabled")
            add("-1", "maximum_replication_factor_fail_threshold vector_dimensions_fail_threshold")
        }
        if release >= .v60 {
            add("\(allowed.transactions)", "accord.enabled")
            add("[]", "keyspace_properties_disallowed")
        }
        return rows

        func add(_ value: String, _ names: String) {
            for name in names.split(separator: " ") {
                rows.append(["name": .text(String(name)), "value": .text(value)])
            }
        }
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
