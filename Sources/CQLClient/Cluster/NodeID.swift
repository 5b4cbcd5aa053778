public import FoundationEssentials

/// The identity of a node that survives a change of its address: its host id.
public struct NodeID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The `host_id` of `system.local` and `system.peers`.
    public let hostID: UUID

    /// The node with that host id.
    public init(_ hostID: UUID) { self.hostID = hostID }

    /// An order without a meaning, so that what is done for each node is done in the same order every time.
    public static func < (left: NodeID, right: NodeID) -> Bool { left.hostID < right.hostID }

    /// The host id.
    public var description: String { hostID.uuidString.lowercased() }
}
