/// A TCP connection as bytes in and bytes out. Used on the thread of its loop only, by the actor that owns it.
///
/// It knows nothing of what the bytes mean. After `.closed` no event follows, and after `close()` none at all.
public final class SocketStream {
    /// What a stream tells its owner.
    public enum Event: Sendable {
        /// The connection stands; bytes can be written.
        case connected
        /// Bytes arrived, in the order in which they were sent.
        case received([UInt8])
        /// The connection is gone: closed by the other side (nil), or failed.
        case closed(SystemError?)
    }

    private let stream: any StreamDriver

    /// Starts to connect to `address`; `handler` runs on the thread of `loop` for every event.
    ///
    /// - Throws: `SystemError` when the system refuses at once.
    public init(
        connectingTo address: SocketAddress, on loop: Loop, handler: @escaping @Sendable (Event) -> Void
    ) throws(SystemError) {
        stream = try loop.driver.connect(to: address, on: loop, handler: handler)
    }

    /// Takes over a connection that a listener accepted: it is open from the start, and `.connected` does not come.
    ///
    /// - Throws: `SystemError` when the system has no means for it.
    public init(
        _ accepted: AcceptedSocket, on loop: Loop, handler: @escaping @Sendable (Event) -> Void
    ) throws(SystemError) {
        stream = try accepted.open(loop, handler)
    }

    /// Queues bytes; they go out at once as far as the system takes them, and the rest when it is ready for more.
    /// Does nothing once the stream is closed: the owner hears of that by its event.
    public func write(_ bytes: [UInt8]) { stream.write(bytes) }

    /// Ends the connection without a further event.
    public func close() { stream.close() }

    /// Ends the connection without a further event, so that the other side sees it as reset.
    public func reset() { stream.reset() }

    /// How many bytes were written that the system has not taken yet.
    public var unsentByteCount: Int { stream.unsentByteCount }
}
