public import MigrationScripts

/// A script that is to be run, from one of its statements on.
public struct PlannedScript: Equatable, Sendable {
    /// Which way.
    public enum Direction: String, Equatable, Sendable {
        /// As itself.
        case up
        /// Its undo.
        case undo
    }

    /// Why it is to be run.
    public enum Reason: Equatable, Sendable {
        /// It was never run.
        case pending
        /// It was rolled back.
        case rolledBack
        /// It stopped at this statement.
        case resume(Int)
        /// It is to be undone.
        case rollback
    }

    /// The versioned script that it is about.
    public let script: MigrationScript
    /// Which way.
    public let direction: Direction
    /// The path of the file with the statements: for an undo that may be another file.
    public let path: String
    /// All statements of that part.
    public let statements: [ScriptStatement]
    /// The number of the first statement to run; one more than there are when all have run.
    public let start: Int
    /// The checksum of the part.
    public let checksum: Checksum
    /// Why.
    public let reason: Reason
    /// The numbers of the statements behind ``start`` that have taken effect all the same: an operator asked for an
    /// earlier one to be run again.
    public var alreadyDone: Set<Int> = []

    /// The version in its shortest form.
    public var version: String { script.version?.text ?? "" }
    /// The statements that are left to run.
    public var remaining: [ScriptStatement] {
        statements.dropFirst(start - 1).filter { !alreadyDone.contains($0.number) }
    }
    /// `versioned` or `undo`.
    public var type: String { direction == .up ? "versioned" : "undo" }
}

extension PlannedScript.Reason: CustomStringConvertible {
    /// `pending`, `rolled back`, `resume at statement 3`, `rollback`.
    public var description: String {
        switch self {
        case .pending: "pending"
        case .rolledBack: "rolled back"
        case .resume(let statement): "resume at statement \(statement)"
        case .rollback: "rollback"
        }
    }
}
