public import EventLoop
public import FoundationEssentials

/// A node as the coordinator's system tables describe it.
public struct Node: Equatable, Sendable {
    /// Its host id.
    public let id: NodeID
    /// Where it takes CQL connections.
    public let address: SocketAddress
    /// The address by which the nodes know each other: 4 or 16 bytes.
    public let broadcastAddress: [UInt8]
    /// Its data centre.
    public let dataCenter: String
    /// Its rack.
    public let rack: String
    /// Its release; nil where it is not told.
    public let release: ReleaseVersion?
    /// Its schema version as far as the coordinator has heard: up to two seconds old.
    public let schemaVersion: UUID?

    /// Its address and port, for people to read.
    public var place: String { address.description }
}

/// The node that runs the statements of this client.
public struct Coordinator: Equatable, Sendable {
    /// The node.
    public let node: Node
    /// Counts the starts of its process: two generations are two processes.
    public let gossipGeneration: Int64?
}

/// What a node tells of itself on a connection of its own.
public struct NodeReport: Equatable, Sendable {
    /// The version of its schema.
    public let schemaVersion: UUID?
    /// Its release.
    public let release: ReleaseVersion?
    /// How far its clock is ahead of the one here, give or take half of `roundTrip`.
    public let clockOffset: Duration
    /// How long the question and the answer took.
    public let roundTrip: Duration
}

/// Whether a node can be asked, and what it says.
public enum NodeCondition: Equatable, Sendable {
    /// It answered.
    case up(NodeReport)
    /// Its process is gone, or the cluster does not hear from it: it refused the connection, or its heartbeat stands
    /// still.
    case down(reason: String)
    /// It cannot be asked from here; whether it is up is not known.
    case unreachable(reason: String)
}

/// A node and its condition.
public struct NodeStatus: Equatable, Sendable {
    /// The node.
    public let node: Node
    /// Its condition.
    public let condition: NodeCondition
}
