import CQLSyntax

extension TableOptions {
    /// Reads the options of a row of `system_schema.tables`; null is the release's default.
    init(_ reader: RowReader, _ release: CassandraRelease) throws(SystemRowError) {
        self.init(for: release)
        additionalWritePolicy = try reader.optionalText("additional_write_policy") ?? additionalWritePolicy
        allowAutoSnapshot = try reader.boolean("allow_auto_snapshot") ?? allowAutoSnapshot
        autoRepair = try reader.map("auto_repair")
        bloomFilterFalsePositiveChance =
            try reader.double("bloom_filter_fp_chance") ?? bloomFilterFalsePositiveChance
        caching = try reader.map("caching") ?? caching
        cdc = try reader.boolean("cdc") ?? cdc
        comment = try reader.optionalText("comment") ?? comment
        compaction = try reader.map("compaction") ?? compaction
        compression = try reader.map("compression") ?? compression
        crcCheckChance = try reader.double("crc_check_chance") ?? crcCheckChance
        dcLocalReadRepairChance = try reader.double("dclocal_read_repair_chance") ?? dcLocalReadRepairChance
        defaultTimeToLive = try reader.int("default_time_to_live") ?? defaultTimeToLive
        fastPath = try reader.map("fast_path")
        gcGraceSeconds = try reader.int("gc_grace_seconds") ?? gcGraceSeconds
        incrementalBackups = try reader.boolean("incremental_backups") ?? incrementalBackups
        maxIndexInterval = try reader.int("max_index_interval") ?? maxIndexInterval
        memtable = try reader.optionalText("memtable") ?? memtable
        memtableFlushPeriodInMs = try reader.int("memtable_flush_period_in_ms") ?? memtableFlushPeriodInMs
        minIndexInterval = try reader.int("min_index_interval") ?? minIndexInterval
        readRepair = try reader.optionalText("read_repair") ?? readRepair
        readRepairChance = try reader.double("read_repair_chance") ?? readRepairChance
        speculativeRetry = try reader.optionalText("speculative_retry") ?? speculativeRetry
        guard case .map(let extensions) = reader.row.values["extensions"] else { return }
        self.extensions = extensions.compactMapValues { value in
            guard case .blob(let bytes) = value else { return nil }
            return bytes
        }
    }
}
