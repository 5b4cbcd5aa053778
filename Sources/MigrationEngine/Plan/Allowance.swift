/// What an operator may let pass.
public enum Allowance: String, Hashable, Sendable, CaseIterable {
    /// Applied scripts that were edited.
    case changed
    /// Applied scripts without a file.
    case missing
    /// Scripts older than what is applied.
    case outOfOrder = "out-of-order"
    /// Nodes that are down.
    case nodeDown = "node-down"
    /// Nodes of another release than the coordinator.
    case mixedRelease = "mixed-release"
}
