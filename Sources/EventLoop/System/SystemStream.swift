/// A socket of the system, watched by libuv.
final class SystemStream: StreamDriver {
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
    private let handler: @Sendable (SocketStream.Event) -> Void

    /// As much as one turn of the loop reads from one stream, so that the others get their turn.
    private static let chunk = 65_536

    init(
        connectingTo address: SocketAddress, on loop: Loop, of system: SystemLoop,
        handler: @escaping @Sendable (SocketStream.Event) -> Void
    ) throws(SystemError) {
        socket = try Socket(for: address)
        self.handler = handler
        watcher = try SocketWatcher(socket, on: loop, of: system) { [weak self] readable, writable in
            self?.becameReady(readable: readable, writable: writable)
        }
        try socket.connect(to: address)
        try watcher?.watch(reading: false, writing: true)
    }

    /// Takes over a socket that a listener accepted: it is open from the start.
    init(
        _ accepted: Socket, on loop: Loop, of system: SystemLoop,
        handler: @escaping @Sendable (SocketStream.Event) -> Void
    ) throws(SystemError) {
        socket = accepted
        self.handler = handler
        state = .open
        watcher = try SocketWatcher(socket, on: loop, of: system) { [weak self] readable, writable in
            self?.becameReady(readable: readable, writable: writable)
        }
        try watcher?.watch(reading: true, writing: false)
    }

    /// They go out at once as far as the system takes them, and the rest when it is ready for more.
    func write(_ bytes: [UInt8]) {
        guard state != .closed else { return }
        outgoing.append(contentsOf: bytes)
        if state == .open { flush() }
    }

    func close() {
        guard state != .closed else { return }
        state = .closed
        watcher?.close()
        watcher = nil
    }

    func reset() {
        guard state != .closed else { return }
        socket.resetOnClose()
        close()
    }

    var unsentByteCount: Int { outgoing.count - sent }

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
