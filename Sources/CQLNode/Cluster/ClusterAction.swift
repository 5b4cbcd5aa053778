/// A connection of a client.
public struct ConnectionID: Hashable, Sendable {
    /// The node that took it, counted from 1.
    public let node: Int
    /// Which of the connections that this node took, counted from 1.
    public let number: Int

    /// The connection of a number at a node.
    public init(node: Int, number: Int) {
        self.node = node
        self.number = number
    }
}

/// What the driver of a cluster has to do.
public enum ClusterAction: Hashable, Sendable {
    /// Take connections for a node, where it took them before if it did.
    case listen(node: Int)
    /// Take no more connections for a node.
    case stopListening(node: Int)
    /// Send bytes.
    case send([UInt8], to: ConnectionID)
    /// End a connection when everything is sent.
    case close(ConnectionID)
    /// End a connection at once, so that the client sees it as reset.
    case reset(ConnectionID)
    /// Call ``ClusterMachine/timerFired(now:)`` at this time, in place of the one asked for before; nil: not at all.
    case setTimer(Duration?)
}
