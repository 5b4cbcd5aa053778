import CQLWire
public import EventLoop
import FoundationEssentials

/// A cluster of embedded nodes on loopback, one address a node.
///
/// It is `ClusterMachine` with sockets, one timer and a clock. It ends with `stop()`, or with the object.
public actor SandboxServer {
    /// The machine of the cluster.
    public typealias Machine = ClusterMachine<CQLExecutor>

    private let loop: Loop
    private let start: ContinuousClock.Instant
    private var machine: Machine
    private var listeners: [Int: SocketListener] = [:]
    private var streams: [ConnectionID: SocketStream] = [:]
    private var accepted: [Int: Int] = [:]
    private var timer: LoopTimer?

    /// Where each node takes connections, the first node first.
    public private(set) var addresses: [SocketAddress] = []

    /// The actor runs where its sockets do.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe loop.asUnownedSerialExecutor() }

    /// As many bytes may wait for a client that does not read; beyond it the connection is reset.
    static let unsentLimit = 64 * 1024 * 1024
    /// As many clients a node takes; whoever comes after them is reset.
    static let connectionLimit = 512

    private init(_ machine: Machine, age: Duration = .zero, on loop: Loop) {
        self.loop = loop
        start = loop.now - age
        self.machine = machine
    }

    /// Starts a cluster: the first node at `host`, the next ones at the addresses behind it, all at one port.
    ///
    /// - Parameters:
    ///   - plan: What the cluster is like.
    ///   - host: The address of the first node, of four bytes.
    ///   - port: The port of every node; 0: one that is free at all of them.
    ///   - loop: The loop that the server lives on; nil: that of the process.
    /// - Throws: `SystemError` when a port is taken, or an address is none of this machine.
    public static func start(
        _ plan: ClusterPlan, host: [UInt8] = [127, 0, 0, 1], port: UInt16 = 0, on loop: Loop? = nil
    ) async throws(SystemError) -> SandboxServer {
        let machine = Machine(plan, executor: CQLExecutor(plan))
        let server = SandboxServer(machine, on: try Loop.given(loop))
        try await server.listen(on: host, port)
        return server
    }

    /// Goes on with a cluster as another server had it, whose clients are gone.
    ///
    /// - Parameters:
    ///   - machine: The cluster.
    ///   - age: The time since the cluster was started.
    ///   - loop: The loop that the server lives on; nil: that of the process.
    /// - Throws: `SystemError` as `start` does.
    public static func start(
        continuing machine: Machine, age: Duration, host: [UInt8] = [127, 0, 0, 1], port: UInt16 = 0,
        on loop: Loop? = nil
    ) async throws(SystemError) -> SandboxServer {
        let server = SandboxServer(machine, age: age, on: try Loop.given(loop))
        try await server.listen(on: host, port)
        await server.control { $0.timerFired(now: $1) }
        return server
    }

    private func listen(on host: [UInt8], _ port: UInt16) throws(SystemError) {
        timer = try LoopTimer(on: loop) { [weak self] in
            self?.assumeIsolated { $0.perform($0.machine.timerFired(now: $0.now)) }
        }
        let count = machine.nodes.count
        // A port that is free at the first address may be taken at the next: then another one is tried.
        for attempt in 1... {
            do throws(SystemError) {
                try listenEverywhere(host, port, count)
                return
            } catch {
                listeners = [:]
                addresses = []
                guard port == 0, attempt < 32 else { throw error }
            }
        }
    }

    private func listenEverywhere(_ host: [UInt8], _ port: UInt16, _ count: Int) throws(SystemError) {
        var port = port
        for node in 1...count {
            var bytes = host
            guard bytes.count == 4, let last = UInt8(exactly: Int(host[3]) + node - 1) else {
                throw SystemError(operation: "find an address for node \(node)", errno: 22)
            }
            bytes[3] = last
            guard let wanted = SocketAddress(bytes: bytes, port: port) else { continue }
            let listener = try listener(on: wanted, for: node)
            listeners[node] = listener
            addresses.append(listener.address)
            port = listener.address.port
            if let endpoint = InetEndpoint(listener.address) { machine.listening(node, at: endpoint) }
        }
    }

    private func listener(on address: SocketAddress, for node: Int) throws(SystemError) -> SocketListener {
        try SocketListener(on: address, of: loop) { [weak self] socket in
            self?.assumeIsolated { $0.accept(socket, at: node) }
        }
    }

    /// Ends all connections and takes no more.
    public func stop() {
        listeners = [:]
        timer = nil
        for stream in streams.values { stream.close() }
        streams = [:]
    }

    /// Does something to the cluster, such as pausing a node, and what comes of it.
    ///
    /// The closure is given the machine and the time.
    public func control(_ body: @Sendable (inout Machine, Duration) -> [ClusterAction]) {
        perform(body(&machine, now))
    }

    /// Looks at the cluster; the closure is given the machine and the time.
    public func look<Value: Sendable>(_ body: @Sendable (Machine, Duration) -> Value) -> Value { body(machine, now) }

    private var now: Duration { start.duration(to: loop.now) }

    // MARK: Connections

    private func accept(_ socket: AcceptedSocket, at node: Int) {
        accepted[node, default: 0] += 1
        let connection = ConnectionID(node: node, number: accepted[node] ?? 0)
        let peer = socket.peer
        let isFull = streams.keys.count { $0.node == node } >= Self.connectionLimit
        do throws(SystemError) {
            let stream = try SocketStream(socket, on: loop) { [weak self] event in
                self?.assumeIsolated { $0.handle(event, on: connection) }
            }
            guard !isFull else { return stream.reset() }
            streams[connection] = stream
            machine.accepted(connection, from: peer.flatMap { InetEndpoint($0) })
        } catch {
            // The system has no means left for the connection: its client finds it closed.
        }
    }

    private func handle(_ event: SocketStream.Event, on connection: ConnectionID) {
        switch event {
        case .connected: break
        case .received(let bytes): perform(machine.received(bytes, on: connection, now: now))
        case .closed:
            streams[connection] = nil
            perform(machine.closed(connection))
        }
    }

    private func perform(_ actions: [ClusterAction]) {
        for action in actions {
            switch action {
            case .send(let bytes, let connection): send(bytes, to: connection)
            case .close(let connection): streams.removeValue(forKey: connection)?.close()
            case .reset(let connection): streams.removeValue(forKey: connection)?.reset()
            case .listen(let node): listenAgain(node)
            case .stopListening(let node): listeners[node] = nil
            case .setTimer(let time?): timer?.start(after: time - now)
            case .setTimer(nil): timer?.stop()
            }
        }
    }

    private func send(_ bytes: [UInt8], to connection: ConnectionID) {
        guard let stream = streams[connection] else { return }
        guard stream.unsentByteCount <= Self.unsentLimit else {
            streams[connection] = nil
            stream.reset()
            return perform(machine.closed(connection))
        }
        stream.write(bytes)
    }

    private func listenAgain(_ node: Int) {
        guard listeners[node] == nil, addresses.indices.contains(node - 1) else { return }
        do throws(SystemError) {
            listeners[node] = try listener(on: addresses[node - 1], for: node)
        } catch {
            // Somebody else has taken the port meanwhile: the node stays as unreachable as it was.
        }
    }
}

extension InetEndpoint {
    /// The endpoint of a socket's address.
    init?(_ address: SocketAddress) {
        guard let inet = InetAddress(bytes: address.bytes) else { return nil }
        self.init(address: inet, port: address.port)
    }
}
