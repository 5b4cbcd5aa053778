public import CQLClient

/// What the log knows of one statement of a script.
public struct StatementRecord: Equatable, Sendable {
    /// What became of it.
    public enum State: Equatable, Sendable {
        /// It was about to be sent, and no row says what came of it: its runner died, or is at it now.
        case intended
        /// The row of its outcome.
        case ended(Outcome)
        /// An operator said that it is applied.
        case declaredApplied
        /// An operator said that it is to be run again.
        case declaredUnapplied
        /// It was found out that it did not take effect and cannot any more, so it is to be run again.
        case resolvedUnapplied
    }

    /// Its number within the script, from 1.
    public let number: Int
    /// The hash of its text as it was then.
    public let hash: String?
    /// What became of it.
    public var state: State
    /// The last row about it.
    public var entry: LogEntry
    /// Whether it was once found not to have taken effect, however often it was sent since.
    public var wasFoundUnapplied = false

    /// Whether it has taken effect, so that it must not be run again.
    public var isDone: Bool {
        switch state {
        case .ended(.acknowledged), .ended(.applied), .declaredApplied: true
        case .ended(.rejected), .ended(.notSent), .ended(.unknown), .declaredUnapplied, .resolvedUnapplied, .intended:
            false
        }
    }

    /// Whether nobody can tell from the log if it took effect.
    public var isOpen: Bool { state == .intended || state == .ended(.unknown) }
}
