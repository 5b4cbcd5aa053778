/// A TCP port that takes connections. Used on the thread of its loop only; it ends with the object.
public final class SocketListener {
    private let listener: any ListenerDriver

    /// The address that is listened on: with the port that the system chose when 0 was asked for.
    public var address: SocketAddress { listener.address }

    /// Listens on `address` (port 0: any free one); `accepted` runs on the thread of `loop` for each connection.
    ///
    /// - Throws: `SystemError`, for example when the port is taken.
    public init(
        on address: SocketAddress, of loop: Loop, accepted: @escaping @Sendable (AcceptedSocket) -> Void
    ) throws(SystemError) {
        listener = try loop.driver.listen(on: address, of: loop, accepted: accepted)
    }

    /// Stops listening; connections that were taken stay.
    public func close() { listener.close() }
}
