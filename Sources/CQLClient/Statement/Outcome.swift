/// What is known of a statement after somebody tried to run it.
public enum Outcome: String, Hashable, Sendable, CaseIterable {
    /// It never left this process.
    case notSent = "not-sent"
    /// The server said that it did not run it.
    case rejected
    /// The server said that it ran it.
    case acknowledged
    /// Acknowledged, and every node has it.
    case applied
    /// It was sent, and nobody here knows what became of it.
    case unknown
}
