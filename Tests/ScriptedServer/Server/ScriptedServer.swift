public import CQLWire
public import EventLoop

/// A server of the native protocol on loopback that does what its script says.
///
/// It may listen on several addresses, and so play the nodes of a cluster with one script between them. It ends with
/// `stop()`, or with the object.
public actor ScriptedServer<Script: ServerScript> {
    private let loop: Loop
    private let pace: Pace
    private var script: Script
    private var listeners: [SocketListener?] = []
    private var clients: [ServedConnection: Client] = [:]
    private var nextConnection = 0
    private var waiters: [Waiter] = []

    /// Where each of its nodes takes connections.
    public private(set) var addresses: [SocketAddress] = []
    /// What it could not read, or the script could not write; a test that does not mean to provoke this looks at it.
    public private(set) var failures: [WireError] = []

    /// The actor runs where its sockets do.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe loop.asUnownedSerialExecutor() }

    /// How bytes leave the server.
    public enum Pace: Sendable {
        /// As they come.
        case whole
        /// One in each turn of the loop, so that the client reads every byte by itself.
        case byteByByte
    }

    private struct Client {
        let stream: SocketStream
        var decoder = FrameDecoder(receiving: .request)
        var received = 0
        var outgoing: [UInt8] = []
        var timer: LoopTimer?
    }

    private struct Waiter {
        let condition: @Sendable (Script) -> Bool
        let continuation: CheckedContinuation<Void, Never>
    }

    private init(_ script: Script, _ pace: Pace, on loop: Loop) {
        self.script = script
        self.pace = pace
        self.loop = loop
    }

    /// Starts a server that listens on a free port of each of the hosts, on the loop of `ScriptedWorld`.
    ///
    /// - Throws: `SystemError` when a host is not one of this machine.
    public static func start(
        _ script: Script, on hosts: [[UInt8]] = [[127, 0, 0, 1]], pace: Pace = .whole
    ) async throws(SystemError) -> ScriptedServer {
        let loop = if let simulated = ScriptedWorld.loop { simulated } else { try Loop.shared() }
        let server = ScriptedServer(script, pace, on: loop)
        for host in hosts { try await server.listen(on: host) }
        await server.with { [addresses = await server.addresses] in $0.listening(on: addresses) }
        return server
    }

    /// Ends all connections and takes no more.
    public func stop() {
        listeners = []
        for connection in clients.keys { close(connection) }
    }

    /// Takes no more connections to a node, and ends those that there are.
    public func stopNode(_ node: Int) {
        if listeners.indices.contains(node) { listeners[node] = nil }
        for connection in clients.keys where connection.node == node { close(connection) }
    }

    /// Takes connections to a stopped node again, where it took them before.
    ///
    /// - Throws: `SystemError` when the port has been given to somebody else meanwhile.
    public func resumeNode(_ node: Int) throws(SystemError) {
        guard listeners.indices.contains(node), listeners[node] == nil else { return }
        listeners[node] = try listener(on: addresses[node], for: node)
    }

    /// Looks at the script, or changes it.
    public func with<Value: Sendable>(_ body: (inout Script) -> Value) -> Value {
        defer { resumeWaiters() }
        return body(&script)
    }

    /// Does things that no request is the cause of.
    public func perform(_ reactions: [Reaction]) {
        for reaction in reactions {
            switch reaction {
            case .send(let bytes, let connection): send(bytes, to: connection)
            case .close(let connection): close(connection)
            }
        }
    }

    /// Waits until the script has come to a state.
    public func waitUntil(_ condition: @escaping @Sendable (Script) -> Bool) async {
        guard !condition(script) else { return }
        await withCheckedContinuation { waiters.append(Waiter(condition: condition, continuation: $0)) }
    }

    // MARK: Connections

    private func listen(on host: [UInt8]) throws(SystemError) {
        guard let wanted = SocketAddress(bytes: host, port: 0) else {
            throw SystemError(operation: "listen", errno: 22)
        }
        let listener = try listener(on: wanted, for: addresses.count)
        listeners.append(listener)
        addresses.append(listener.address)
    }

    private func listener(on address: SocketAddress, for node: Int) throws(SystemError) -> SocketListener {
        try SocketListener(on: address, of: loop) { [weak self] accepted in
            self?.assumeIsolated { $0.accept(accepted, at: node) }
        }
    }

    private func accept(_ accepted: AcceptedSocket, at node: Int) {
        let connection = ServedConnection(node: node, number: nextConnection)
        nextConnection += 1
        do throws(SystemError) {
            let stream = try SocketStream(accepted, on: loop) { [weak self] event in
                self?.assumeIsolated { $0.handle(event, on: connection) }
            }
            clients[connection] = Client(stream: stream)
            react { script throws(WireError) in try script.accepted(connection) }
        } catch {
            // The client finds the connection closed.
        }
    }

    private func handle(_ event: SocketStream.Event, on connection: ServedConnection) {
        switch event {
        case .connected: break
        case .received(let bytes): receive(bytes, on: connection)
        case .closed:
            clients[connection] = nil
            script.closed(connection)
            resumeWaiters()
        }
    }

    private func receive(_ bytes: [UInt8], on connection: ServedConnection) {
        clients[connection]?.received += bytes.count
        let total = clients[connection]?.received ?? 0
        react { script throws(WireError) in try script.received(bytes: total, on: connection) }
        clients[connection]?.decoder.append(bytes)
        while let request = nextRequest(on: connection) {
            react { script throws(WireError) in try script.received(request) }
        }
    }

    private func nextRequest(on connection: ServedConnection) -> ReceivedRequest? {
        do throws(WireError) {
            guard let frame = try clients[connection]?.decoder.next() else { return nil }
            let message = try RequestEnvelope(frame).message
            return ReceivedRequest(connection: connection, stream: frame.header.stream, message: message)
        } catch {
            failures.append(error)
            close(connection)
            return nil
        }
    }

    private func react(_ body: (inout Script) throws(WireError) -> [Reaction]) {
        do throws(WireError) { perform(try body(&script)) } catch { failures.append(error) }
        resumeWaiters()
    }

    private func close(_ connection: ServedConnection) {
        guard let client = clients.removeValue(forKey: connection) else { return }
        client.stream.close()
        script.closed(connection)
        resumeWaiters()
    }

    // MARK: Sending

    private func send(_ bytes: [UInt8], to connection: ServedConnection) {
        switch pace {
        case .whole:
            clients[connection]?.stream.write(bytes)
        case .byteByByte:
            let isIdle = clients[connection]?.outgoing.isEmpty == true
            clients[connection]?.outgoing += bytes
            if isIdle { sendNextByte(to: connection) }
        }
    }

    private func sendNextByte(to connection: ServedConnection) {
        guard let client = clients[connection], let byte = client.outgoing.first else { return }
        client.stream.write([byte])
        clients[connection]?.outgoing.removeFirst()
        do throws(SystemError) { try timer(of: connection).start(after: .zero) } catch { close(connection) }
    }

    private func timer(of connection: ServedConnection) throws(SystemError) -> LoopTimer {
        if let timer = clients[connection]?.timer { return timer }
        let timer = try LoopTimer(on: loop) { [weak self] in self?.assumeIsolated { $0.sendNextByte(to: connection) } }
        clients[connection]?.timer = timer
        return timer
    }

    private func resumeWaiters() {
        let ready = waiters.filter { $0.condition(script) }
        guard !ready.isEmpty else { return }
        waiters.removeAll { $0.condition(script) }
        for waiter in ready { waiter.continuation.resume() }
    }
}
