import CQLSyntax
import SchemaModel

extension StatementWriter {
    /// Some options of a table as they stand behind WITH, each once.
    mutating func options(_ count: Int, isCounter: Bool) -> [String] {
        var names = Self.names(release)
        if isCounter { names.removeAll { $0 == "default_time_to_live" } }
        return (0..<min(count, names.count)).map { _ in
            let name = names.remove(at: random.below(names.count))
            return "\(name) = \(value(of: name))"
        }
    }

    private static func names(_ release: CassandraRelease) -> [String] {
        var names = [
            "bloom_filter_fp_chance", "caching", "comment", "compaction", "compression", "crc_check_chance",
            "default_time_to_live", "gc_grace_seconds", "max_index_interval", "memtable_flush_period_in_ms",
            "min_index_interval", "speculative_retry",
        ]
        if release < .v40 { names += ["read_repair_chance", "dclocal_read_repair_chance"] }
        if release >= .v40 { names += ["additional_write_policy", "read_repair"] }
        if release >= .v50 { names += ["allow_auto_snapshot", "incremental_backups"] }
        return names
    }

    private mutating func value(of name: String) -> String {
        switch name {
        case "bloom_filter_fp_chance": random.pick(["0.001", "0.01", "0.1", "0.5", "1.0"])
        case "caching":
            "{'keys': '\(random.pick(["ALL", "NONE"]))', 'rows_per_partition': '\(random.pick(["ALL", "NONE", "10"]))'}"
        case "comment": textLiteral()
        case "compaction": compaction()
        case "compression": compression()
        case "crc_check_chance": random.pick(["0.0", "0.25", "1.0"])
        case "read_repair_chance", "dclocal_read_repair_chance": random.pick(["0.0", "0.1", "0.75"])
        case "default_time_to_live", "memtable_flush_period_in_ms": "\(random.pick([0, 1, 3600, 86_400, 600_000]))"
        case "gc_grace_seconds": "\(random.pick([60, 3600, 864_000]))"
        case "max_index_interval": "\(random.pick([512, 2048, 4096]))"
        case "min_index_interval": "\(random.pick([1, 64, 128, 512]))"
        case "speculative_retry", "additional_write_policy": retry()
        case "read_repair": random.pick(["'BLOCKING'", "'NONE'"])
        default: "\(random.isTrue(50))"
        }
    }

    private mutating func retry() -> String {
        var values = ["'NONE'", "'ALWAYS'", "'50ms'"]
        values += release < .v40 ? ["'95PERCENTILE'"] : ["'95p'", "'MIN(99p,50ms)'", "'NEVER'"]
        return random.pick(values)
    }

    private mutating func compaction() -> String {
        var values = [
            "{'class': 'SizeTieredCompactionStrategy'}",
            "{'class': 'SizeTieredCompactionStrategy', 'min_threshold': 6, 'max_threshold': 40}",
            "{'class': 'LeveledCompactionStrategy'}",
            "{'class': 'LeveledCompactionStrategy', 'sstable_size_in_mb': '100'}",
            "{'class': 'TimeWindowCompactionStrategy', 'compaction_window_unit': 'HOURS', "
                + "'compaction_window_size': '\(random.number(1...12))'}",
            "{'class': 'SizeTieredCompactionStrategy', 'enabled': 'false'}",
        ]
        if release >= .v50 {
            values.append("{'class': 'UnifiedCompactionStrategy', 'scaling_parameters': 'T4, L10'}")
        }
        return random.pick(values)
    }

    private mutating func compression() -> String {
        var values = [
            "{'class': 'LZ4Compressor'}", "{'class': 'DeflateCompressor', 'chunk_length_in_kb': '32'}",
            "{'class': 'LZ4Compressor', 'chunk_length_in_kb': '4'}", "{'enabled': 'false'}",
        ]
        if release >= .v40 { values.append("{'class': 'ZstdCompressor', 'compression_level': '5'}") }
        return random.pick(values)
    }
}
