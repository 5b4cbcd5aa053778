/// How the program ends: the contract with scripts and CI jobs.
enum ExitCode: Equatable, Sendable {
    /// Done, or nothing to do.
    case done
    /// A finding: pending migrations, files that do not fit the log.
    case finding
    /// Usage, configuration, or a file that cannot be read as a migration.
    case usage
    /// The cluster cannot be connected to, or fails.
    case connection
    /// The lock is held by somebody else, or was lost.
    case lock
    /// A migration failed; its state is recorded.
    case migrationFailed
    /// The nodes do not agree on the schema.
    case noAgreement
    /// The history keyspace or its tables are missing.
    case notInitialised
    /// Refused by a policy or a gate.
    case refused
    /// Local input or output, or a bug.
    case local
    /// Stopped by a signal.
    case interrupted(signal: Int32)

    /// The status of the process.
    var status: Int32 {
        switch self {
        case .done: 0
        case .finding: 1
        case .usage: 2
        case .connection: 3
        case .lock: 4
        case .migrationFailed: 5
        case .noAgreement: 6
        case .notInitialised: 7
        case .refused: 8
        case .local: 9
        case .interrupted(let signal): 128 &+ signal
        }
    }
}
