public import CQLSyntax

extension TableOptions {
    /// The options of a release by name, as DESCRIBE writes them and in its order.
    public func entries(for release: CassandraRelease) -> [(name: String, text: String)] {
        var entries: [(name: String, text: String)] = []
        if release >= .v40 { entries.append(("additional_write_policy", CQLText.string(additionalWritePolicy))) }
        if release >= .v50 { entries.append(("allow_auto_snapshot", "\(allowAutoSnapshot)")) }
        entries += [
            ("bloom_filter_fp_chance", JavaNumber.text(bloomFilterFalsePositiveChance)),
            ("caching", CQLText.map(caching)), ("cdc", "\(cdc)"), ("comment", CQLText.string(comment)),
            ("compaction", CQLText.map(compaction)), ("compression", CQLText.map(compression)),
        ]
        if release >= .v41 { entries.append(("memtable", CQLText.string(memtable))) }
        entries.append(("crc_check_chance", JavaNumber.text(crcCheckChance)))
        if release < .v40 {
            entries.append(("dclocal_read_repair_chance", JavaNumber.text(dcLocalReadRepairChance)))
        }
        if release >= .v60 { entries.append(("fast_path", FastPathOption.text(fastPath))) }
        entries += [
            ("default_time_to_live", "\(defaultTimeToLive)"), ("extensions", extensionsText),
            ("gc_grace_seconds", "\(gcGraceSeconds)"),
        ]
        if release >= .v50 { entries.append(("incremental_backups", "\(incrementalBackups)")) }
        entries += [
            ("max_index_interval", "\(maxIndexInterval)"),
            ("memtable_flush_period_in_ms", "\(memtableFlushPeriodInMs)"),
            ("min_index_interval", "\(minIndexInterval)"),
        ]
        entries.append(
            release < .v40
                ? ("read_repair_chance", JavaNumber.text(readRepairChance))
                : ("read_repair", CQLText.string(readRepair)))
        if release >= .v60 {
            entries.append(("transactional_mode", CQLText.string(transactionalMode)))
            entries.append(("transactional_migration_from", CQLText.string(transactionalMigrationFrom)))
        }
        entries.append(("speculative_retry", CQLText.string(speculativeRetry)))
        return entries
    }

    private var extensionsText: String {
        let entries = extensions.sorted { $0.key < $1.key }.map { name, bytes in
            let digits = bytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }
            return "\(CQLText.string(name)): 0x\(digits.joined())"
        }
        return "{\(entries.joined(separator: ", "))}"
    }
}
