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

    private enum State {
        case connecting
        case open
        case closed
    }

    private let socket: Socket
    private var watcher: SocketWatcher?
    private var state = State.connecting
    private var outgoing: [UInt8] = []
    private var sent = 0
    private let handler: @Sendable (Event) -> Void

    /// As much as one turn of the loop reads from one stream, so that the others get their turn.
    private static let chunk = 65_536

    /// Starts to connect to `address`; `handler` runs on the thread of `loop` for every event.
    ///
    /// - Throws: `SystemError` when the system refuses at once.
    public init(
        connectingTo address: SocketAddress, on loop: Loop, handler: @escaping @Sendable (Event) -> Void
    ) throws(SystemError) {
        socket = try Socket(for: address)
        self.handler = handler
        watcher = try SocketWatcher(socket, on: loop) { [weak self] readable, writable in
            self?.becameReady(readable: readable, writable: writable)
        }
        try socket.connect(to: address)
        try watcher?.watch(reading: false, writing: true)
    }

    /// Takes over a connection that a listener accepted: it is open from the start, and `.connected` does not come.
    ///
    /// - Throws: `SystemError` when libuv cannot watch it.
    public init(
        _ accepted: AcceptedSocket, on loop: Loop, handler: @escaping @Sendable (Event) -> Void
    ) throws(SystemError) {
        socket = accepted.socket
        self.handler = handler
        state = .open
        watcher = try SocketWatcher(socket, on: loop) { [weak self] readable, writable in
            self?.becameReady(readable: readable, writable: writable)
        }
        try watcher?.watch(reading: true, writing: false)
    }

    /// Queues bytes; they go out at once as far as the system takes them, and the rest when it is ready for more.
    /// Does nothing once the stream is closed: the owner hears of that by its event.
    public func write(_ bytes: [UInt8]) {
        guard state != .closed else { return }
        outgoing.append(contentsOf: bytes)
        if state == .open { flush() }
    }

    /// Ends the connection without a further event.
    public func close() {
        guard state != .closed else { return }
        state = .closed
        watcher?.close()
        watcher = nil
    }

    /// Ends the connection without a further event, so that the other side sees it as reset.
    public func reset() {
        guard state != .closed else { return }
        socket.resetOnClose()
        close()
    }

    /// How many bytes were written that the system has not taken yet.
    public var unsentByteCount: Int { outgoing.count - sent }

    private func becameReady(readable: Bool, writable: Bool) {
        if state == .connecting {
            if let error = socket.pendingError() { return fail(error) }
            state = .open
            handler(.connected)
            guard state == .open else { return }
            return flush()
        }
        if readable { receive() }
        if writable && state == .open { flush() }
    }

    private func receive() {
        do throws(SystemError) {
            switch try socket.read(upTo: Self.chunk) {
            case .bytes(let bytes): handler(.received(bytes))
            case .nothingYet: break
            case .end: fail(nil)
            }
        } catch {
            fail(error)
        }
    }

    private func flush() {
        do throws(SystemError) {
            while sent < outgoing.count {
                let count = try socket.write(outgoing[sent...])
                if count == 0 { break }
                sent += count
            }
            if sent == outgoing.count {
                outgoing.removeAll(keepingCapacity: outgoing.capacity <= Self.chunk)
                sent = 0
            }
            try watcher?.watch(reading: true, writing: sent < outgoing.count)
        } catch {
            fail(error)
        }
    }

    private func fail(_ error: SystemError?) {
        close()
        handler(.closed(error))
    }
}
