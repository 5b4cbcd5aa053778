/// What reads as CQL, and what a server refuses as it reads it, before it looks at the schema.
///
/// The table is named as it is written.
public enum EarlyRefusal: Hashable, Sendable {
    /// A second `PRIMARY KEY`.
    case secondPrimaryKey(table: String)
    /// A column that is declared twice.
    case repeatedColumn(String, table: String)
    /// A column that stands twice in `CLUSTERING ORDER BY`.
    case repeatedClusteringColumn(String, table: String)
    /// `ALTER TYPE … ALTER` of 3.11.
    case alteredField
}
