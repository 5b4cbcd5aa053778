import CQLSyntax

/// The options of one compaction strategy, each checked as the server's `validateOptions` does.
struct CompactionOptionChecks {
    let options: [String: String]
    let release: CassandraRelease

    /// Checks the strategy's options and takes those it knows from a map of the unknown ones.
    func validate(
        _ strategy: CompactionStrategy, removingFrom unknown: inout [String: String]
    ) throws(SchemaRefusal) {
        try common(&unknown)
        switch strategy {
        case .sizeTiered: try sizeTiered(&unknown)
        case .leveled:
            try leveled(&unknown)
            try sizeTiered(&unknown)
        case .timeWindow:
            try timeWindow(&unknown)
            try sizeTiered(&unknown)
        case .dateTiered:
            let names = [
                "timestamp_resolution", "max_sstable_age_days", "base_time_seconds", "max_window_size_seconds",
            ]
            for name in names { unknown[name] = nil }
            try sizeTiered(&unknown)
        case .unified: try unified(&unknown)
        }
        guard strategy.takesThresholds(in: release) else { return }
        unknown["min_threshold"] = nil
        unknown["max_threshold"] = nil
    }

    private func common(_ unknown: inout [String: String]) throws(SchemaRefusal) {
        if let written = options["tombstone_threshold"] {
            guard let value = JavaNumber.double(written) else { throw notInt(written, "tombstone_threshold") }
            guard value >= 0 else {
                throw .configuration(
                    "tombstone_threshold must be greater than 0, but was \(JavaNumber.fixed(value))")
            }
        }
        if let value = try long("tombstone_compaction_interval"), value < 0 {
            throw .configuration("tombstone_compaction_interval must be greater than 0, but was \(value)")
        }
        try flag("unchecked_tombstone_compaction") { "'\($0)' should be either 'true' or 'false', not '\($1)'" }
        try flag("log_all") { "'\($0)' should either be 'true' or 'false', not \($1)" }
        try flag("enabled") { "\($0) should either be 'true' or 'false', not \($1)" }
        for name in [
            "tombstone_threshold", "tombstone_compaction_interval", "unchecked_tombstone_compaction", "log_all",
            "enabled", "only_purge_repaired_tombstones",
        ] { unknown[name] = nil }
        if release != .v40 { unknown["provide_overlapping_tombstones"] = nil }
    }

    private func sizeTiered(_ unknown: inout [String: String]) throws(SchemaRefusal) {
        if let value = try long("min_sstable_size"), value < 0 {
            throw .configuration("min_sstable_size must be non negative: \(value)")
        }
        let low = try float("bucket_low") ?? 0.5
        let high = try float("bucket_high") ?? 1.5
        guard high > low else {
            throw .configuration(
                "bucket_high value (\(JavaNumber.text(high))) is less than or equal to the bucket_low value "
                    + "(\(JavaNumber.text(low)))")
        }
        for name in ["min_sstable_size", "bucket_low", "bucket_high"] { unknown[name] = nil }
    }

    private func leveled(_ unknown: inout [String: String]) throws(SchemaRefusal) {
        for name in ["sstable_size_in_mb", "fanout_size"] {
            if let written = options[name] {
                guard let value = Int32(written) else { throw notInt(written, name) }
                guard value >= 1 else { throw .configuration("\(name) must be larger than 0, but was \(value)") }
            }
            unknown[name] = nil
        }
        unknown["single_sstable_uplevel"] = nil
    }

    private func timeWindow(_ unknown: inout [String: String]) throws(SchemaRefusal) {
        let resolutions: Set = ["SECONDS", "MILLISECONDS", "MICROSECONDS", "NANOSECONDS"]
        if let value = options["timestamp_resolution"], !resolutions.contains(value) {
            throw .configuration("\(value) is not valid for timestamp_resolution")
        }
        if let value = options["compaction_window_unit"], !["MINUTES", "HOURS", "DAYS"].contains(value) {
            throw .configuration("\(value) is not valid for compaction_window_unit")
        }
        if let written = options["compaction_window_size"] {
            guard let value = Int32(written) else { throw notInt(written, "compaction_window_size") }
            guard value >= 1 else {
                throw .configuration("\(value) must be greater than 1 for compaction_window_size")
            }
        }
        if let value = try long("expired_sstable_check_frequency_seconds"), value < 0 {
            throw .configuration("expired_sstable_check_frequency_seconds must not be negative, but was \(value)")
        }
        try flag("unsafe_aggressive_sstable_expiration") { "\($0) is not 'true' or 'false' (\($1))" }
        if options["unsafe_aggressive_sstable_expiration"]?.lowercased() == "true" {
            throw .configuration(
                "unsafe_aggressive_sstable_expiration is requested but not allowed, restart cassandra with "
                    + "-Dcassandra.allow_unsafe_aggressive_sstable_expiration=true to allow it")
        }
        for name in [
            "compaction_window_size", "compaction_window_unit", "timestamp_resolution",
            "expired_sstable_check_frequency_seconds", "unsafe_aggressive_sstable_expiration",
        ] { unknown[name] = nil }
    }

    private func unified(_ unknown: inout [String: String]) throws(SchemaRefusal) {
        if let written = options["max_sstables_to_compact"], Int32(written) == nil {
            throw notInt(written, "max_sstables_to_compact")
        }
        try flag("unsafe_aggressive_sstable_expiration") { "\($0) should either be 'true' or 'false', not \($1)" }
        for name in [
            "scaling_parameters", "target_sstable_size", "base_shard_count", "min_sstable_size", "sstable_growth",
            "flush_size_override", "max_sstables_to_compact", "expired_sstable_check_frequency_seconds",
            "unsafe_aggressive_sstable_expiration", "overlap_inclusion_method", "parallelize_output_shards",
        ] { unknown[name] = nil }
    }

    private func long(_ name: String) throws(SchemaRefusal) -> Int64? {
        guard let written = options[name] else { return nil }
        guard let value = Int64(written) else { throw notInt(written, name) }
        return value
    }

    private func float(_ name: String) throws(SchemaRefusal) -> Double? {
        guard let written = options[name] else { return nil }
        guard let value = JavaNumber.double(written) else {
            throw .configuration("\(written) is not a parsable float for \(name)")
        }
        return value
    }

    private func flag(_ name: String, _ text: (String, String) -> String) throws(SchemaRefusal) {
        guard let value = options[name], value.lowercased() != "true", value.lowercased() != "false" else { return }
        throw .configuration(text(name, value))
    }

    private func notInt(_ value: String, _ name: String) -> SchemaRefusal {
        .configuration("\(value) is not a parsable int (base10) for \(name)")
    }
}
