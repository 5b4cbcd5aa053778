public import CQLClient
import FoundationEssentials
public import MigrationLog

/// Rows of a log, told one after the other; they get their numbers as they come.
public struct LogStory: Sendable {
    /// The rows, in order.
    public private(set) var entries: [LogEntry] = []
    /// The keyspace that the rows are about.
    public var target = "app"

    /// The sum of the rows.
    public var history: History {
        var history = History()
        for entry in entries { history.add(entry) }
        return history
    }

    /// What they say of the keyspace.
    public var keyspace: KeyspaceHistory { history[target] }

    /// A story without a row.
    public init() {}

    private static func id(_ number: Int64) -> UUID {
        let bytes = (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
        return UUID(
            uuid: (
                0, 0, 0, 0, 0, 0, 0x40, 0, bytes[0] | 0x80, bytes[1], bytes[2], bytes[3], bytes[4], bytes[5], bytes[6],
                bytes[7]
            ))
    }

    /// Adds a row that is about no script.
    public mutating func add(_ kind: LogEntryKind, _ change: (inout LogEntry) -> Void = { _ in }) {
        let seq = Int64(entries.count + 1)
        var entry = LogEntry(
            seq: seq, id: Self.id(seq),
            at: Date(timeIntervalSince1970: TimeInterval(seq)), kind: kind)
        change(&entry)
        entries.append(entry)
    }

    /// Adds a row about a version.
    public mutating func add(
        _ kind: LogEntryKind, _ version: String, type: String = "versioned", checksum: String? = nil,
        _ change: (inout LogEntry) -> Void = { _ in }
    ) {
        let target = target
        add(kind) { entry in
            entry.target = target
            entry.version = version
            entry.script = "\(type == "undo" ? "U" : "V")\(version)__s.cql"
            entry.type = type
            entry.description = "s"
            entry.checksum = checksum
            entry.checksumAlgorithm = checksum.map { _ in "t1" }
            change(&entry)
        }
    }

    /// Adds the intent of a statement.
    public mutating func intend(_ version: String, _ number: Int, type: String = "versioned", hash: String? = nil) {
        add(.statementIntended, version, type: type) { entry in
            entry.statement = number
            entry.statementHash = hash ?? "h\(number)"
        }
    }

    /// Adds the outcome of a statement.
    public mutating func end(
        _ version: String, _ number: Int, _ outcome: Outcome, type: String = "versioned", hash: String? = nil
    ) {
        add(.statementOutcome, version, type: type) { entry in
            entry.statement = number
            entry.statementHash = hash ?? "h\(number)"
            entry.outcome = outcome
        }
    }

    /// Adds the intent and the outcome of a statement.
    public mutating func run(
        _ version: String, _ number: Int, _ outcome: Outcome = .applied, type: String = "versioned",
        hash: String? = nil
    ) {
        intend(version, number, type: type, hash: hash)
        end(version, number, outcome, type: type, hash: hash)
    }

    /// Adds the rows of a version of two statements that is applied.
    public mutating func apply(_ version: String, checksum: String = "c") {
        add(.scriptStarted, version, checksum: checksum)
        run(version, 1)
        run(version, 2)
        add(.scriptApplied, version, checksum: checksum)
    }

    /// Adds the rows of an undo of one statement.
    public mutating func undo(_ version: String) {
        add(.scriptStarted, version, type: "undo", checksum: "u")
        run(version, 1, type: "undo")
        add(.rolledBack, version, type: "undo", checksum: "u")
    }

    /// Adds an operator's answer about a statement.
    public mutating func repair(_ version: String, _ number: Int, _ outcome: Outcome, type: String = "versioned") {
        add(.repaired, version, type: type) { entry in
            entry.statement = number
            entry.statementHash = "h\(number)"
            entry.outcome = outcome
        }
    }

    /// A story that is told by a closure.
    public static func told(_ tell: (inout LogStory) -> Void) -> LogStory {
        var story = LogStory()
        tell(&story)
        return story
    }
}
