/// A setting that makes a node refuse statements while it is `false`, by its name in `system_views.settings`.
///
/// The names are those of `org.apache.cassandra.config.Config`, 4.1 to 6.0; a release that does not know a setting has no
/// row for it.
struct RefusingSwitch: Sendable {
    let setting: String
    /// What is refused.
    let refused: String

    /// Guardrails: `true` as delivered.
    static let all = [
        RefusingSwitch(setting: "alter_table_enabled", refused: "ALTER TABLE that adds, drops or renames columns"),
        RefusingSwitch(setting: "compact_tables_enabled", refused: "WITH COMPACT STORAGE"),
        RefusingSwitch(
            setting: "default_secondary_index_enabled", refused: "CREATE INDEX that names no implementation"),
        RefusingSwitch(setting: "drop_keyspace_enabled", refused: "DROP KEYSPACE"),
        RefusingSwitch(setting: "drop_truncate_table_enabled", refused: "DROP TABLE and TRUNCATE"),
        RefusingSwitch(setting: "secondary_indexes_enabled", refused: "CREATE INDEX"),
        RefusingSwitch(setting: "simplestrategy_enabled", refused: "SimpleStrategy"),
        RefusingSwitch(setting: "uncompressed_tables_enabled", refused: "a table without compression"),
        RefusingSwitch(setting: "use_statements_enabled", refused: "USE"),
        RefusingSwitch(setting: "user_timestamps_enabled", refused: "USING TIMESTAMP"),
        RefusingSwitch(setting: "vector_type_enabled", refused: "the type vector"),
        RefusingSwitch(
            setting: "zero_ttl_on_twcs_enabled", refused: "TimeWindowCompactionStrategy without default_time_to_live"),
    ]

    /// Features: `false` as delivered, whoever asks.
    static let features = [
        RefusingSwitch(setting: "dynamic_data_masking_enabled", refused: "masked columns"),
        RefusingSwitch(setting: "materialized_views_enabled", refused: "materialized views"),
        RefusingSwitch(setting: "sasi_indexes_enabled", refused: "SASI indexes"),
        RefusingSwitch(setting: "user_defined_functions_enabled", refused: "user-defined functions"),
    ]

    /// Settings that are sets of what is refused.
    static let lists = [
        RefusingSwitch(setting: "table_properties_disallowed", refused: "the table options"),
        RefusingSwitch(setting: "keyspace_properties_disallowed", refused: "the keyspace options"),
    ]
}
