import CQLSyntax

/// What stands behind WITH of a table, read and checked (`TableAttributes`, `TableParams`).
struct TableOptionRules {
    let context: SchemaContext

    private var release: CassandraRelease { context.release }

    /// The options of a new table; those of system tables may be what users cannot write.
    func newOptions(_ reader: PropertyReader) throws(SchemaRefusal) -> TableOptions {
        try checkNames(reader)
        if release == .v50, reader.has("auto_repair") {
            throw .configuration(
                "auto_repair option is not supported unless auto-repair is enabled with "
                    + "-Dcassandra.autorepair.enable=true")
        }
        var options = TableOptions(for: release)
        try read(reader, into: &options)
        if !reader.has("bloom_filter_fp_chance") {
            options.bloomFilterFalsePositiveChance = CompactionRules.bloomFilterChance(options.compaction)
        }
        try validate(options)
        return options
    }

    /// Refuses options that the release does not know.
    func checkNames(_ reader: PropertyReader) throws(SchemaRefusal) { try reader.checkNames(knownNames) }

    /// Reads the values without a look at unknown names and limits.
    func readAlone(_ reader: PropertyReader) throws(SchemaRefusal) -> TableOptions {
        var options = TableOptions(for: release)
        try read(reader, into: &options)
        return options
    }

    /// The options after an ALTER; the server checks what is written against the defaults, not against what is there.
    func alteredOptions(_ old: TableOptions, _ reader: PropertyReader) throws(SchemaRefusal) -> TableOptions {
        _ = try newOptions(reader)
        if reader.has("id"), try id(reader) != nil { throw .configuration("Cannot alter table id.") }
        var options = old
        try read(reader, into: &options)
        return options
    }

    private var knownNames: Set<String> {
        var names: Set = [
            "bloom_filter_fp_chance", "caching", "cdc", "comment", "compaction", "compression", "crc_check_chance",
            "default_time_to_live", "extensions", "gc_grace_seconds", "id", "max_index_interval",
            "memtable_flush_period_in_ms", "min_index_interval", "speculative_retry",
        ]
        if release < .v40 { names.formUnion(["dclocal_read_repair_chance", "read_repair_chance"]) }
        if release >= .v40 { names.formUnion(["additional_write_policy", "read_repair"]) }
        if release >= .v41 { names.insert("memtable") }
        if release >= .v50 { names.formUnion(["allow_auto_snapshot", "incremental_backups", "auto_repair"]) }
        if release >= .v60 {
            names.formUnion(["fast_path", "transactional_mode", "transactional_migration_from", "pending_drop"])
        }
        return names
    }

    private func read(_ reader: PropertyReader, into options: inout TableOptions) throws(SchemaRefusal) {
        options.allowAutoSnapshot = try reader.boolean("allow_auto_snapshot") ?? options.allowAutoSnapshot
        options.bloomFilterFalsePositiveChance =
            try reader.double("bloom_filter_fp_chance") ?? options.bloomFilterFalsePositiveChance
        if let map = try reader.map("caching") { options.caching = try CachingRules.normalized(map) }
        options.comment = try reader.text("comment") ?? options.comment
        if let map = try reader.map("compaction") {
            options.compaction = try CompactionRules(release: release).normalized(map)
        }
        if let map = try reader.map("compression") { try readCompression(map, into: &options) }
        if let name = try reader.text("memtable") { options.memtable = try memtable(name) }
        options.dcLocalReadRepairChance =
            try reader.double("dclocal_read_repair_chance") ?? options.dcLocalReadRepairChance
        options.defaultTimeToLive = try reader.int("default_time_to_live") ?? options.defaultTimeToLive
        options.gcGraceSeconds = try reader.int("gc_grace_seconds") ?? options.gcGraceSeconds
        options.incrementalBackups = try reader.boolean("incremental_backups") ?? options.incrementalBackups
        options.maxIndexInterval = try reader.int("max_index_interval") ?? options.maxIndexInterval
        options.memtableFlushPeriodInMs =
            try reader.int("memtable_flush_period_in_ms") ?? options.memtableFlushPeriodInMs
        options.minIndexInterval = try reader.int("min_index_interval") ?? options.minIndexInterval
        options.readRepairChance = try reader.double("read_repair_chance") ?? options.readRepairChance
        let retry = RetryPolicy(release: release)
        if let text = try reader.text("speculative_retry") { options.speculativeRetry = try retry.normalized(text) }
        if let text = try reader.text("additional_write_policy") {
            options.additionalWritePolicy = try retry.normalized(text)
        }
        options.crcCheckChance = try reader.double("crc_check_chance") ?? options.crcCheckChance
        options.cdc = try reader.boolean("cdc") ?? options.cdc
        if let text = try reader.text("read_repair") { options.readRepair = try readRepair(text) }
        if let map = try reader.map("auto_repair") { options.autoRepair = map }
        try readTransactions(reader, into: &options)
    }

    private func readCompression(
        _ map: [String: String], into options: inout TableOptions
    ) throws(SchemaRefusal) {
        if release < .v50, let chance = map["crc_check_chance"] {
            guard let value = JavaNumber.double(chance) else {
                throw .syntax("Invalid double value \(chance) for crc_check_chance.'")
            }
            options.crcCheckChance = value
        }
        options.compression = try CompressionRules(release: release).normalized(map)
    }

    private func memtable(_ name: String) throws(SchemaRefusal) -> String {
        guard context.settings.memtables.contains(name) else {
            throw .configuration("Memtable configuration \"\(name)\" not found.")
        }
        return name
    }

    private func readRepair(_ text: String) throws(SchemaRefusal) -> String {
        let upper = text.uppercased()
        guard upper == "BLOCKING" || upper == "NONE" else {
            throw .server(
                "java.lang.IllegalArgumentException: No enum constant "
                    + "org.apache.cassandra.service.reads.repair.ReadRepairStrategy.\(upper)")
        }
        return upper
    }

    private func readTransactions(
        _ reader: PropertyReader, into options: inout TableOptions
    ) throws(SchemaRefusal) {
        guard release >= .v60 else { return }
        if reader.has("fast_path") { options.fastPath = try FastPathOption.read(reader) }
        if let mode = try reader.text("transactional_mode") {
            guard ["off", "mixed_reads", "full"].contains(mode) else {
                throw .server(
                    "java.lang.IllegalArgumentException: No enum constant "
                        + "org.apache.cassandra.service.consensus.TransactionalMode.\(mode)")
            }
            options.transactionalMode = mode
        }
        options.transactionalMigrationFrom =
            try reader.text("transactional_migration_from") ?? options.transactionalMigrationFrom
    }

    /// Checks the limits of the values and what one of them asks of another (`TableParams.validate`).
    func validate(_ options: TableOptions) throws(SchemaRefusal) {
        try CompactionRules(release: release).validate(options.compaction)
        let bloom = options.bloomFilterFalsePositiveChance
        // The smallest chance that the server's bloom filters can have (`BloomCalculations`).
        guard bloom > 6.71e-5, bloom <= 1 else {
            throw .configuration(
                "bloom_filter_fp_chance must be larger than 6.71E-5 and less than or equal to 1.0 "
                    + "(got \(JavaNumber.text(bloom)))")
        }
        try chance("dclocal_read_repair_chance", options.dcLocalReadRepairChance)
        try chance("read_repair_chance", options.readRepairChance)
        try chance("crc_check_chance", options.crcCheckChance)
        try atLeast(0, "default_time_to_live", options.defaultTimeToLive)
        // Twenty years.
        guard options.defaultTimeToLive <= 630_720_000 else {
            throw .configuration(
                "default_time_to_live must be less than or equal to 630720000 (got \(options.defaultTimeToLive))")
        }
        try atLeast(0, "gc_grace_seconds", options.gcGraceSeconds)
        try atLeast(1, "min_index_interval", options.minIndexInterval)
        guard options.maxIndexInterval >= options.minIndexInterval else {
            throw .configuration(
                "max_index_interval must be greater than or equal to min_index_interval "
                    + "(\(options.minIndexInterval)) (got \(options.maxIndexInterval))")
        }
        try atLeast(0, "memtable_flush_period_in_ms", options.memtableFlushPeriodInMs)
    }

    private func chance(_ name: String, _ value: Double) throws(SchemaRefusal) {
        guard value < 0 || value > 1 else { return }
        throw .configuration(
            "\(name) must be larger than or equal to 0 and smaller than or equal to 1.0 "
                + "(got \(JavaNumber.text(value)))")
    }

    private func atLeast(_ minimum: Int32, _ name: String, _ value: Int32) throws(SchemaRefusal) {
        guard value < minimum else { return }
        throw .configuration("\(name) must be greater than or equal to \(minimum) (got \(value))")
    }
}
