import CQLSyntax

extension TableOptions {
    /// The options as the columns of `system_schema.tables` of a release.
    func values(for release: CassandraRelease, isCDCEnabled: Bool) -> [String: SystemValue] {
        var values: [String: SystemValue] = [
            "bloom_filter_fp_chance": .double(bloomFilterFalsePositiveChance), "caching": .texts(caching),
            "comment": .text(comment), "compaction": .texts(compaction), "compression": .texts(compression),
            "crc_check_chance": .double(crcCheckChance),
            // Later releases keep the two columns for drivers, always at zero.
            "dclocal_read_repair_chance": .double(release < .v40 ? dcLocalReadRepairChance : 0),
            "read_repair_chance": .double(release < .v40 ? readRepairChance : 0),
            "default_time_to_live": .int(defaultTimeToLive),
            "extensions": .map(extensions.mapValues { .blob($0) }), "gc_grace_seconds": .int(gcGraceSeconds),
            "max_index_interval": .int(maxIndexInterval),
            "memtable_flush_period_in_ms": .int(memtableFlushPeriodInMs),
            "min_index_interval": .int(minIndexInterval), "speculative_retry": .text(speculativeRetry),
        ]
        if isCDCEnabled { values["cdc"] = .boolean(cdc) }
        if release >= .v40 {
            values["additional_write_policy"] = .text(additionalWritePolicy)
            values["read_repair"] = .text(readRepair)
        }
        if release >= .v41, memtable != "default" { values["memtable"] = .text(memtable) }
        if release >= .v50 {
            if !allowAutoSnapshot { values["allow_auto_snapshot"] = .boolean(false) }
            if !incrementalBackups { values["incremental_backups"] = .boolean(false) }
        }
        return values
    }
}
