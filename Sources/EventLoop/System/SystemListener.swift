/// A listening socket of the system, watched by libuv.
final class SystemListener: ListenerDriver {
    private let socket: Socket
    private let system: SystemLoop
    private var watcher: SocketWatcher?
    private let accepted: @Sendable (AcceptedSocket) -> Void

    let address: SocketAddress

    init(
        on address: SocketAddress, of loop: Loop, system: SystemLoop,
        accepted: @escaping @Sendable (AcceptedSocket) -> Void
    ) throws(SystemError) {
        socket = try Socket(for: address)
        self.system = system
        self.accepted = accepted
        do throws(SystemError) {
            self.address = try socket.listen(on: address)
        } catch {
            socket.close()
            throw error
        }
        watcher = try SocketWatcher(socket, on: loop, of: system) { [weak self] _, _ in self?.accept() }
        try watcher?.watch(reading: true, writing: false)
    }

    func close() {
        watcher?.close()
        watcher = nil
    }

    private func accept() {
        // One a turn: libuv calls again as long as there are more. What went wrong with one connection (it was reset
        // before it was taken) is not the listener's concern.
        guard watcher != nil, let connection = socket.accept() else { return }
        let system = system
        accepted(
            AcceptedSocket(from: connection.peerAddress()) { loop, handler throws(SystemError) in
                try SystemStream(connection, on: loop, of: system, handler: handler)
            })
    }
}
