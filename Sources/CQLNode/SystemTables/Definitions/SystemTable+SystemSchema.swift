import CQLSyntax

extension SystemTable {
    /// The tables of `system_schema`.
    static let systemSchema = [
        SystemTable(
            "system_schema", "aggregates", id: "924c5587-2e3a-345b-b10c-12f37c1ba895",
            partition: ["keyspace_name"], clustering: ["aggregate_name", "argument_types"],
            comment: "user defined aggregate definitions", gcGraceSeconds: 604800, flushPeriod: 3_600_000,
            columns: [
                Columns(
                    """
                    keyspace_name text, aggregate_name text, argument_types frozen<list<text>>, \
                    final_func text, initcond text, return_type text, state_func text, state_type text
                    """)
            ]),
        SystemTable(
            "system_schema", "column_masks", since: .v50, id: "738cc5ed-0168-3268-b9d1-853d4bc278af",
            partition: ["keyspace_name"], clustering: ["table_name", "column_name"],
            comment: "column dynamic data masks", gcGraceSeconds: 604800, flushPeriod: 3_600_000,
            columns: [
                Columns(
                    """
                    keyspace_name text, table_name text, column_name text, \
                    function_argument_nulls frozen<list<boolean>>, function_argument_types frozen<list<text>>, \
                    function_argument_values frozen<list<text>>, function_keyspace text, function_name text
                    """)
            ]),
        SystemTable(
            "system_schema", "columns", id: "24101c25-a2ae-3af7-87c1-b40ee1aca33f",
            partition: ["keyspace_name"], clustering: ["table_name", "column_name"],
            comment: "column definitions", gcGraceSeconds: 604800, flushPeriod: 3_600_000,
            columns: [
                Columns(
                    """
                    keyspace_name text, table_name text, column_name text, clustering_order text, \
                    column_name_bytes blob, kind text, position int, type text
                    """)
            ]),
        SystemTable(
            "system_schema", "dropped_columns", id: "5e7583b5-f3f4-3af1-9a39-b7e1d6f5f11f",
            partition: ["keyspace_name"], clustering: ["table_name", "column_name"],
            comment: "dropped column registry", gcGraceSeconds: 604800, flushPeriod: 3_600_000,
            columns: [
                Columns(
                    """
                    keyspace_name text, table_name text, column_name text, dropped_time timestamp, kind text, \
                    type text
                    """)
            ]),
        SystemTable(
            "system_schema", "functions", id: "96489b79-80be-3e14-a701-66a0b9159450",
            partition: ["keyspace_name"], clustering: ["function_name", "argument_types"],
            comment: "user defined function definitions", gcGraceSeconds: 604800, flushPeriod: 3_600_000,
            columns: [
                Columns(
                    """
                    keyspace_name text, function_name text, argument_types frozen<list<text>>, \
                    argument_names frozen<list<text>>, body text, called_on_null_input boolean, language text, \
                    return_type text
                    """)
            ]),
        SystemTable(
            "system_schema", "indexes", id: "0feb57ac-311f-382f-ba6d-9024d305702f",
            partition: ["keyspace_name"], clustering: ["table_name", "index_name"],
            comment: "secondary index definitions", gcGraceSeconds: 604800, flushPeriod: 3_600_000,
            columns: [
                Columns(
                    """
                    keyspace_name text, table_name text, index_name text, kind text, \
                    options frozen<map<text, text>>
                    """)
            ]),
        SystemTable(
            "system_schema", "keyspaces", id: "abac5682-dea6-31c5-b535-b3d6cffd0fb6",
            partition: ["keyspace_name"],
            comment: "keyspace definitions", gcGraceSeconds: 604800, flushPeriod: 3_600_000,
            columns: [
                Columns(
                    """
                    fast_path frozen<map<text, text>>
                    """, since: .v60),
                Columns(
                    """
                    keyspace_name text, durable_writes boolean, replication frozen<map<text, text>>
                    """),
            ]),
        SystemTable(
            "system_schema", "tables", id: "afddfb9d-bc1e-3068-8056-eed6c302ba09",
            partition: ["keyspace_name"], clustering: ["table_name"],
            comment: "table definitions", gcGraceSeconds: 604800, flushPeriod: 3_600_000,
            columns: [
                Columns(
                    """
                    additional_write_policy text, read_repair text
                    """, since: .v40),
                Columns(
                    """
                    memtable text
                    """, since: .v41),
                Columns(
                    """
                    allow_auto_snapshot boolean, incremental_backups boolean
                    """, since: .v50),
                Columns(
                    """
                    auto_repair frozen<map<text, text>>, fast_path frozen<map<text, text>>
                    """, since: .v60),
                Columns(
                    """
                    keyspace_name text, table_name text, bloom_filter_fp_chance double, \
                    caching frozen<map<text, text>>, cdc boolean, comment text, \
                    compaction frozen<map<text, text>>, compression frozen<map<text, text>>, \
                    crc_check_chance double, dclocal_read_repair_chance double, default_time_to_live int, \
                    extensions frozen<map<text, blob>>, flags frozen<set<text>>, gc_grace_seconds int, id uuid, \
                    max_index_interval int, memtable_flush_period_in_ms int, min_index_interval int, \
                    read_repair_chance double, speculative_retry text
                    """),
            ]),
        SystemTable(
            "system_schema", "triggers", id: "4df70b66-6b05-3251-95a1-32b54005fd48",
            partition: ["keyspace_name"], clustering: ["table_name", "trigger_name"],
            comment: "trigger definitions", gcGraceSeconds: 604800, flushPeriod: 3_600_000,
            columns: [
                Columns(
                    """
                    keyspace_name text, table_name text, trigger_name text, options frozen<map<text, text>>
                    """)
            ]),
        SystemTable(
            "system_schema", "types", id: "5a8b1ca8-6602-3f77-a045-9273d308917a",
            partition: ["keyspace_name"], clustering: ["type_name"],
            comment: "user defined type definitions", gcGraceSeconds: 604800, flushPeriod: 3_600_000,
            columns: [
                Columns(
                    """
                    keyspace_name text, type_name text, field_names frozen<list<text>>, \
                    field_types frozen<list<text>>
                    """)
            ]),
        SystemTable(
            "system_schema", "views", id: "9786ac1c-dd58-3201-a7cd-ad556410c985",
            partition: ["keyspace_name"], clustering: ["view_name"],
            comment: "view definitions", gcGraceSeconds: 604800, flushPeriod: 3_600_000,
            columns: [
                Columns(
                    """
                    additional_write_policy text, read_repair text
                    """, since: .v40),
                Columns(
                    """
                    memtable text
                    """, since: .v41),
                Columns(
                    """
                    allow_auto_snapshot boolean, incremental_backups boolean
                    """, since: .v50),
                Columns(
                    """
                    auto_repair frozen<map<text, text>>
                    """, since: .v60),
                Columns(
                    """
                    keyspace_name text, view_name text, base_table_id uuid, base_table_name text, \
                    bloom_filter_fp_chance double, caching frozen<map<text, text>>, cdc boolean, comment text, \
                    compaction frozen<map<text, text>>, compression frozen<map<text, text>>, \
                    crc_check_chance double, dclocal_read_repair_chance double, default_time_to_live int, \
                    extensions frozen<map<text, blob>>, gc_grace_seconds int, id uuid, \
                    include_all_columns boolean, max_index_interval int, memtable_flush_period_in_ms int, \
                    min_index_interval int, read_repair_chance double, speculative_retry text, where_clause text
                    """),
            ]),
    ]
}
