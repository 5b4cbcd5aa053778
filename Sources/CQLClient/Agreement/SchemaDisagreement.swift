public import FoundationEssentials

/// The schema versions of the nodes at the end of a wait that did not bring them together.
public struct SchemaDisagreement: Error, Equatable, Sendable {
    /// The node whose version the others should have had.
    public let coordinator: NodeID
    /// The version of each node that is up; nil where the node did not tell.
    public let versions: [NodeID: UUID?]
    /// How long was waited.
    public let waited: Duration

    /// The nodes that have another version than the coordinator, or told none.
    public var dissenters: [NodeID] {
        let reference = versions[coordinator] ?? nil
        return versions.filter { $0.key != coordinator && ($0.value == nil || $0.value != reference) }.keys.sorted()
    }
}
