import CQLWire

/// How to greet a node.
struct ConnectionSettings: Sendable {
    /// Sent when the node asks.
    var credentials: Credentials?
    /// What to be told of without asking.
    var events: [EventType] = []
    /// For the connecting and the handshake together.
    var connectTimeout: Duration = .seconds(5)
}
