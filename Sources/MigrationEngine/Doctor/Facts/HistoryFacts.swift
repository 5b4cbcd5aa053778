import MigrationLog

/// What was found in one history keyspace.
struct HistoryFacts: Sendable {
    /// How log and lock stand there.
    enum Tables: Equatable, Sendable {
        /// Both are there, the same on every node.
        case present
        case missing([String])
        /// Nodes have another table of that name than the coordinator.
        case differing(table: String, nodes: [String])

        /// Whether they differ, and can be read all the same.
        var isDiffering: Bool { if case .differing = self { true } else { false } }
    }

    /// The lock as a SERIAL read showed it.
    struct Lock: Equatable, Sendable {
        let holder: LockHolder?
        /// How long the read took.
        let elapsed: Duration
    }

    let keyspace: HistoryKeyspace
    var tables: Fact<Tables>
    var lock: Fact<Lock>
    var log: Fact<History>

    /// Whether it is known that `init` was not run here.
    var isUninitialised: Bool {
        if case .known(.missing) = tables { return true }
        return log.value?.isEmpty ?? false
    }
}
