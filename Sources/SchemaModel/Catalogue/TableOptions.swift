public import CQLSyntax

/// What stands behind WITH of a table (`TableParams`), of every release at once.
///
/// An option that a release does not know stays at its default there, is not shown, and cannot be set.
public struct TableOptions: Hashable, Sendable {
    /// When a write asks further replicas for an answer (4.0 and later).
    public var additionalWritePolicy = "99p"
    /// Whether a drop or a truncation takes a snapshot (5.0 and later).
    public var allowAutoSnapshot = true
    /// The settings of the automatic repair (6.0), when there are any.
    public var autoRepair: [String: String]?
    /// The chance that a bloom filter asks for a row that is not there.
    public var bloomFilterFalsePositiveChance = 0.01
    /// What the caches keep.
    public var caching = ["keys": "ALL", "rows_per_partition": "NONE"]
    /// Whether changes are kept for a consumer.
    public var cdc = false
    /// What the author says of the table.
    public var comment = ""
    /// The compaction strategy, its full class under `class`.
    public var compaction: [String: String]
    /// The compression, its full class under `class`; `["enabled": "false"]` for none.
    public var compression: [String: String]
    /// The chance that a compressed block is checked when it is read.
    public var crcCheckChance = 1.0
    /// The chance of a read repair within the data centre (3.11).
    public var dcLocalReadRepairChance = 0.0
    /// How many seconds a cell lives if the write does not say; 0 is for ever.
    public var defaultTimeToLive: Int32 = 0
    /// What other programs have noted of the table.
    public var extensions: [String: [UInt8]] = [:]
    /// Which electorate a transaction's fast path takes (6.0), when it is not the keyspace's.
    public var fastPath: [String: String]?
    /// How many seconds tombstones are kept.
    public var gcGraceSeconds: Int32 = 864_000
    /// Whether incremental backups take the table (5.0 and later).
    public var incrementalBackups = true
    /// The widest step of the index summary.
    public var maxIndexInterval: Int32 = 2048
    /// The name of the memtable's configuration (4.1 and later).
    public var memtable = "default"
    /// After how many milliseconds a memtable is flushed; 0 is never.
    public var memtableFlushPeriodInMs: Int32 = 0
    /// The narrowest step of the index summary.
    public var minIndexInterval: Int32 = 128
    /// Whether a read waits for the repair of what it found to differ: `BLOCKING` or `NONE` (4.0 and later).
    public var readRepair = "BLOCKING"
    /// The chance of a read repair (3.11).
    public var readRepairChance = 0.0
    /// When a read asks further replicas for an answer.
    public var speculativeRetry: String
    /// From which mode the table is moving to its transactional mode (6.0).
    public var transactionalMigrationFrom = "none"
    /// How far transactions take the table's reads and writes over (6.0).
    public var transactionalMode = "off"

    /// The options that a release gives a table for which nothing is said.
    public init(for release: CassandraRelease = .v50) {
        compaction = [
            "class": "org.apache.cassandra.db.compaction.SizeTieredCompactionStrategy",
            "max_threshold": "32", "min_threshold": "4",
        ]
        compression = [
            "chunk_length_in_kb": release < .v40 ? "64" : "16",
            "class": "org.apache.cassandra.io.compress.LZ4Compressor",
        ]
        speculativeRetry = release < .v40 ? "99PERCENTILE" : "99p"
        if release < .v40 { dcLocalReadRepairChance = 0.1 }
    }
}
