import EventLoop

/// A connection that sends what it is told and counts what it gets.
actor RawClient {
    private let loop: Loop
    private var stream: SocketStream?
    private var received: [UInt8] = []
    private var hasEnded = false
    private var waiting: CheckedContinuation<Void, Never>?

    nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe loop.asUnownedSerialExecutor() }

    private init(on loop: Loop) { self.loop = loop }

    static func connect(to address: SocketAddress) async throws(SystemError) -> RawClient {
        let client = RawClient(on: try Loop.shared())
        try await client.open(address)
        return client
    }

    private func open(_ address: SocketAddress) throws(SystemError) {
        stream = try SocketStream(connectingTo: address, on: loop) { [weak self] event in
            self?.assumeIsolated { $0.handle(event) }
        }
    }

    private func handle(_ event: SocketStream.Event) {
        switch event {
        case .connected: break
        case .received(let bytes): received += bytes
        case .closed: hasEnded = true
        }
        waiting?.resume()
        waiting = nil
    }

    func send(_ bytes: [UInt8]) { stream?.write(bytes) }

    func close() { stream?.close() }

    /// Waits until something has come or the connection has ended.
    func answer() async -> [UInt8] {
        if received.isEmpty, !hasEnded { await withCheckedContinuation { waiting = $0 } }
        defer { received = [] }
        return received
    }
}
