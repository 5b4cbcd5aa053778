import CQLSyntax

extension RandomKeyspace {
    /// Some options of tables, each with a value.
    mutating func optionTexts() -> [String] {
        var options = [
            "comment = '\(generator.pick(["", "it''s a -- comment; with /* all */", "plain", "zwölf €"]) ?? "")'",
            "gc_grace_seconds = \(generator.number(0...1_000_000))",
            "default_time_to_live = \(generator.pick([0, 60, 86_400]) ?? 0)",
            "bloom_filter_fp_chance = \(generator.pick(["0.01", "0.1", "0.5", "1.0"]) ?? "0.1")",
            "caching = {'keys': '\(generator.chance(50) ? "ALL" : "NONE")', 'rows_per_partition': '\(generator.pick(["NONE", "ALL", "10"]) ?? "NONE")'}",
            "compaction = \(compaction())",
            "compression = \(compression())",
            "crc_check_chance = \(generator.pick(["0.0", "0.25", "1.0"]) ?? "1.0")",
            "max_index_interval = \(generator.number(512...4096))",
            "min_index_interval = \(generator.number(16...512))",
            "memtable_flush_period_in_ms = \(generator.pick([0, 3_600_000]) ?? 0)",
            "speculative_retry = '\(generator.pick(["ALWAYS", "NONE", "50ms", "95PERCENTILE"]) ?? "NONE")'",
        ]
        if release < .v40 {
            options.append("read_repair_chance = 0.2")
            options.append("dclocal_read_repair_chance = 0.3")
        } else {
            options.append("read_repair = '\(generator.chance(50) ? "NONE" : "BLOCKING")'")
            options.append("additional_write_policy = '\(generator.pick(["NEVER", "90p", "20ms"]) ?? "90p")'")
        }
        if release >= .v50 {
            options.append("allow_auto_snapshot = \(generator.chance(50))")
            options.append("incremental_backups = \(generator.chance(50))")
        }
        return generator.some(0...4, of: options)
    }

    private mutating func compaction() -> String {
        var strategies = [
            "{'class': 'SizeTieredCompactionStrategy', 'min_threshold': '\(generator.number(2...6))'}",
            "{'class': 'LeveledCompactionStrategy', 'sstable_size_in_mb': '\(generator.number(10...200))'}",
            "{'class': 'TimeWindowCompactionStrategy', 'compaction_window_unit': 'HOURS', 'compaction_window_size': '6'}",
            "{'class': 'SizeTieredCompactionStrategy', 'enabled': 'false'}",
        ]
        if release >= .v50 { strategies.append("{'class': 'UnifiedCompactionStrategy', 'scaling_parameters': 'T4, L8'}") }
        return generator.pick(strategies) ?? strategies[0]
    }

    private mutating func compression() -> String {
        var kinds = [
            "{'enabled': 'false'}",
            "{'class': 'LZ4Compressor', 'chunk_length_in_kb': '\(generator.pick([4, 16, 64]) ?? 16)'}",
            "{'class': 'SnappyCompressor'}", "{'class': 'DeflateCompressor', 'chunk_length_in_kb': '32'}",
        ]
        if release >= .v40 { kinds.append("{'class': 'ZstdCompressor', 'compression_level': '3'}") }
        return generator.pick(kinds) ?? kinds[0]
    }
}
