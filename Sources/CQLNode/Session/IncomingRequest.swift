import CQLWire

/// A request as a session read it.
struct IncomingRequest: Hashable, Sendable {
    /// Which request of its connection, counted from 1.
    let frame: Int
    /// The stream that the answer goes to.
    let stream: Int16
    /// The message.
    let message: Request
    /// Whether the client wants a trace.
    let isTraced: Bool
}
