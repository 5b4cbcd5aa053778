import CQLClient
public import FoundationEssentials

/// What the log knows of one script in one target keyspace: the sum of its rows.
public struct ScriptRecord: Equatable, Sendable {
    /// Which way a script was last run.
    public enum Direction: Equatable, Sendable {
        /// As itself.
        case up
        /// Its undo.
        case undo
    }

    /// Where it stands.
    public enum State: Equatable, Sendable {
        /// Every statement of it took effect.
        case applied
        /// It counts as applied without having been run.
        case baselined
        /// It was taken over from another tool.
        case imported
        /// It was passed over.
        case skipped
        /// It stopped, and the row says where.
        case failed
        /// It was begun, and no row says how it ended.
        case running
        /// It was applied, and its undo was run.
        case rolledBack
    }

    /// What it is known by.
    public let key: ScriptKey
    /// The path of its file when it was last run.
    public var script: String
    /// Its kind when it was last run.
    public var type: String
    /// Its description.
    public var description: String
    /// The checksum with which it was last applied or begun; of the script itself, not of its undo.
    public var checksum: String?
    /// By which algorithm that was made.
    public var checksumAlgorithm: String?
    /// Where it stands.
    public var state: State
    /// Which way it was last run.
    public var direction = Direction.up
    /// The statements of the attempt that is under way or failed, by their number.
    public var statements: [Int: StatementRecord] = [:]
    /// The row that brought it where it stands.
    public var last: LogEntry

    /// Whether it counts as applied, so that `migrate` has nothing to do about it.
    public var isApplied: Bool {
        switch state {
        case .applied, .baselined, .imported, .skipped: true
        case .failed, .running: direction == .undo && statements.isEmpty
        case .rolledBack: false
        }
    }

    /// Whether it was begun and has not come to its end.
    public var isHalfDone: Bool { state == .failed || state == .running }

    /// The first statement that has not taken effect.
    public var nextStatement: Int { (1...).first { statements[$0]?.isDone != true } ?? 1 }

    /// The statements of which nobody knows whether they took effect, in order: one, or several where a coordinator was
    /// lost that alone had acknowledged them.
    public var openStatements: [StatementRecord] {
        statements.values.filter(\.isOpen).sorted { $0.number < $1.number }
    }

    /// The first of them.
    public var openStatement: StatementRecord? { openStatements.first }

    /// The statements that were acknowledged, and of which no row says that the nodes agreed since: what only a lost
    /// coordinator had may be gone with it.
    public var unsettledStatements: [StatementRecord] {
        let agreed = statements.values.filter { $0.isDone && $0.entry.agreed == true }.map(\.number).max() ?? 0
        return statements.values.filter { $0.state == .ended(.acknowledged) && $0.number > agreed }
            .sorted { $0.number < $1.number }
    }

    /// When it took effect, while it has.
    public var appliedAt: Date? { isApplied || state == .rolledBack ? last.at : nil }
}
