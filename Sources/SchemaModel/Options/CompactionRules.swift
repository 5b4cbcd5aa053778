import CQLSyntax

/// How a table's files are merged, checked and normalised (`CompactionParams` and the strategies' `validateOptions`).
struct CompactionRules {
    static let package = "org.apache.cassandra.db.compaction."

    let release: CassandraRelease

    /// The options with the full class and the thresholds that the strategy has by default.
    func normalized(_ map: [String: String]) throws(SchemaRefusal) -> [String: String] {
        var options = map
        guard let name = options.removeValue(forKey: "class") else {
            throw .configuration("Missing sub-option 'class' for the 'compaction' option")
        }
        let full = name.contains(".") ? name : Self.package + name
        guard let strategy = strategy(full) else {
            throw .configuration("Unable to find compaction strategy class '\(full)'")
        }
        if let tombstones = options["provide_overlapping_tombstones"], release != .v40 {
            let upper = tombstones.uppercased()
            guard ["NONE", "ROW", "CELL"].contains(upper) else {
                throw .configuration(
                    "Invalid value \(upper) for 'provide_overlapping_tombstones' compaction sub-option - must be one "
                        + "of the following [NONE, ROW, CELL].")
            }
        }
        if strategy.takesThresholds(in: release) {
            options["min_threshold", default: "4"] = options["min_threshold"] ?? "4"
            options["max_threshold", default: "32"] = options["max_threshold"] ?? "32"
        }
        options["class"] = full
        return options
    }

    /// What the server checks after it has read all options of the table.
    func validate(_ normalized: [String: String]) throws(SchemaRefusal) {
        var options = normalized
        guard let full = options.removeValue(forKey: "class"), let strategy = strategy(full) else { return }
        var unknown = options
        try CompactionOptionChecks(options: options, release: release).validate(strategy, removingFrom: &unknown)
        guard unknown.isEmpty else {
            let names = JavaHashOrder.sorted(unknown.keys.sorted()).joined(separator: ", ")
            throw .configuration("Properties specified [\(names)] are not understood by \(strategy.rawValue)")
        }
        try checkThresholds(options)
    }

    /// The chance of a bloom filter's error that goes with a strategy (`defaultBloomFilterFbChance`).
    static func bloomFilterChance(_ normalized: [String: String]) -> Double {
        normalized["class"] == package + CompactionStrategy.leveled.rawValue ? 0.1 : 0.01
    }

    private func strategy(_ full: String) -> CompactionStrategy? {
        guard full.hasPrefix(Self.package),
            let strategy = CompactionStrategy(rawValue: String(full.dropFirst(Self.package.count))),
            strategy.exists(in: release)
        else { return nil }
        return strategy
    }

    private func checkThresholds(_ options: [String: String]) throws(SchemaRefusal) {
        for name in ["min_threshold", "max_threshold"] {
            if let value = options[name], value.isEmpty || !value.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) {
                throw .configuration(
                    "Invalid value \(value) for '\(name)' compaction sub-option - must be an integer")
            }
        }
        let minimum = Int32(options["min_threshold"] ?? "4") ?? .max
        let maximum = Int32(options["max_threshold"] ?? "32") ?? .max
        guard minimum > 0, maximum > 0 else {
            throw .configuration(
                "Disabling compaction by setting compaction thresholds to 0 has been removed, set the compaction "
                    + "option 'enabled' to false instead.")
        }
        guard minimum > 1 else {
            throw .configuration("Min compaction threshold cannot be less than 2 (got \(minimum))")
        }
        guard minimum <= maximum else {
            throw .configuration(
                "Min compaction threshold (got \(minimum)) cannot be greater than max compaction threshold "
                    + "(got \(maximum))")
        }
    }
}

/// The server's own compaction strategies.
enum CompactionStrategy: String {
    case sizeTiered = "SizeTieredCompactionStrategy"
    case leveled = "LeveledCompactionStrategy"
    case timeWindow = "TimeWindowCompactionStrategy"
    case dateTiered = "DateTieredCompactionStrategy"
    case unified = "UnifiedCompactionStrategy"

    func exists(in release: CassandraRelease) -> Bool {
        switch self {
        case .sizeTiered, .leveled, .timeWindow: true
        case .dateTiered: release < .v50
        case .unified: release >= .v50
        }
    }

    /// Whether the thresholds are options of the strategy, and so shown with their defaults.
    func takesThresholds(in release: CassandraRelease) -> Bool {
        switch self {
        case .sizeTiered, .timeWindow, .dateTiered: true
        case .leveled: release >= .v40
        case .unified: false
        }
    }
}
