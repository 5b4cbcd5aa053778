/// A TCP port that takes connections. Used on the thread of its loop only; it ends with the object.
public final class SocketListener {
    private let socket: Socket
    private let loop: Loop
    private var watcher: SocketWatcher?
    private let accepted: (AcceptedSocket) -> Void

    /// The address that is listened on: with the port that the system chose when 0 was asked for.
    public let address: SocketAddress

    /// Listens on `address` (port 0: any free one); `accepted` runs on the thread of `loop` for each connection.
    ///
    /// - Throws: `SystemError`, for example when the port is taken.
    public init(
        on address: SocketAddress, of loop: Loop, accepted: @escaping (AcceptedSocket) -> Void
    ) throws(SystemError) {
        socket = try Socket(for: address)
        self.loop = loop
        self.accepted = accepted
        do throws(SystemError) {
            self.address = try socket.listen(on: address)
        } catch {
            socket.close()
            throw error
        }
        watcher = try SocketWatcher(socket, on: loop) { [weak self] _, _ in self?.accept() }
        try watcher?.watch(reading: true, writing: false)
    }

    /// Stops listening; connections that were taken stay.
    public func close() {
        watcher?.close()
        watcher = nil
    }

    private func accept() {
        // One a turn: libuv calls again as long as there are more. What went wrong with one connection (it was reset
        // before it was taken) is not the listener's concern.
        guard watcher != nil, let connection = socket.accept() else { return }
        accepted(AcceptedSocket(socket: connection))
    }
}

/// A connection that somebody made to a listener, on its way to the stream that will own it.
public struct AcceptedSocket: Sendable {
    let socket: Socket

    /// Where the other side is; nil when it is gone already.
    public var peer: SocketAddress? { socket.peerAddress() }
}
