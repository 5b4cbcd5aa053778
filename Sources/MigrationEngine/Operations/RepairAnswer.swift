/// What an operator says of a statement whose outcome nobody knows, or which was edited after it ran.
public enum RepairAnswer: String, Equatable, Sendable {
    /// It took effect: go on with the next one.
    case applied
    /// It did not: run it again.
    case retry
}
