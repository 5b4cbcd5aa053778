import MigrationLog

/// What was found in one history keyspace.
struct HistoryFacts: Sendable {
    /// How log and lock stand there.
    enum Tables: Sendable {
        /// Both are there, the same on every node.
        case present
        case missing([String])
        /// Nodes have another table of that name than the coordinator.
        case differing(table: String, nodes: [String])
    }

    /// The lock as a SERIAL read showed it.
    struct Lock: Sendable {
        let holder: LockHolder?
        /// How long the read took.
        let elapsed: Duration
    }

    let keyspace: HistoryKeyspace
    var tables: Fact<Tables>
    var lock: Fact<Lock>
    var log: Fact<History>

    /// Whether both tables are there, the same everywhere.
    var hasTables: Bool { if case .known(.present) = tables { true } else { false } }

    /// Whether it is known that `init` was not run here.
    var isUninitialised: Bool {
        if case .known(.missing) = tables { return true }
        return log.value?.isEmpty ?? false
    }
}
