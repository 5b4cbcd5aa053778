/// A connection that somebody made to a listener, on its way to the stream that will own it.
public struct AcceptedSocket: Sendable {
    /// Makes the stream of the connection.
    public typealias Opening =
        @Sendable (Loop, @escaping @Sendable (SocketStream.Event) -> Void) throws(SystemError) -> any StreamDriver

    /// Where the other side is; nil when it is gone already.
    public let peer: SocketAddress?
    let open: Opening

    /// A connection of a driver.
    public init(from peer: SocketAddress?, open: @escaping Opening) {
        self.peer = peer
        self.open = open
    }
}
