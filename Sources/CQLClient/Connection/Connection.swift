import CQLWire
import EventLoop

/// One connection to a node: `ConnectionMachine` with a socket, a timer and the tasks that wait for answers.
actor Connection {
    /// What a connection tells its owner, on the thread of the loop.
    enum Notice: Sendable {
        case event(ServerEvent)
        case closed(ConnectionFailure)
    }

    private let loop: Loop
    private var observer: (@Sendable (Notice) -> Void)?
    private var end: ConnectionFailure?
    private var machine: ConnectionMachine
    private var stream: SocketStream?
    private var timer: LoopTimer?
    private var opening: CheckedContinuation<Result<[String: [String]], ConnectionFailure>, Never>?
    private var waiting: [RequestID: CheckedContinuation<Result<ResponseEnvelope, RequestFailure>, Never>] = [:]
    private var nextRequest: UInt64 = 0
    /// Statements that this node has prepared for this connection, by their text.
    var prepared: [String: PreparedStatement] = [:]

    /// Where the connection leads.
    nonisolated let address: SocketAddress

    nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe loop.asUnownedSerialExecutor() }

    private init(to address: SocketAddress, settings: ConnectionSettings, on loop: Loop) {
        self.loop = loop
        self.address = address
        machine = ConnectionMachine(
            credentials: settings.credentials, events: settings.events, connectTimeout: settings.connectTimeout,
            now: loop.now)
    }

    /// Connects and greets; what the node said of itself in SUPPORTED comes along.
    static func open(
        to address: SocketAddress, settings: ConnectionSettings, on loop: Loop
    ) async throws(ConnectionFailure) -> (connection: Connection, supported: [String: [String]]) {
        let connection = Connection(to: address, settings: settings, on: loop)
        return (connection, try await connection.open().get())
    }

    private func open() async -> Result<[String: [String]], ConnectionFailure> {
        await withCheckedContinuation { continuation in
            opening = continuation
            do throws(SystemError) {
                timer = try LoopTimer(on: loop) { [weak self] in
                    self?.assumeIsolated { $0.timerFired() }
                }
                stream = try SocketStream(connectingTo: address, on: loop) { [weak self] event in
                    self?.assumeIsolated { $0.received(event) }
                }
                perform(machine.start())
            } catch {
                perform(machine.disconnected(error))
            }
        }
    }

    /// Sends a request and waits for its answer, at most for `timeout`.
    ///
    /// When the task is cancelled the answer is not waited for; what the server does with the request is not known. In a
    /// task that is cancelled already nothing is sent.
    func send(
        _ request: Request, timeout: Duration
    ) async throws(RequestFailure) -> ResponseEnvelope {
        guard !Task.isCancelled else { throw .withdrawn }
        nextRequest += 1
        let id = RequestID(number: nextRequest)
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                waiting[id] = continuation
                perform(machine.submit(id, request, timeout: timeout, now: loop.now))
            }
        } onCancel: {
            // On whichever thread cancels; the machine belongs to the loop's.
            Task(executorPreference: self.loop) { await self.cancel(id) }
        }
        return try result.get()
    }

    /// Tells `observer` of events and of the end from now on; of the end also when it has come already.
    func observe(_ observer: @escaping @Sendable (Notice) -> Void) {
        self.observer = observer
        if let end { observer(.closed(end)) }
    }

    /// Whether requests can be sent.
    var isOpen: Bool { end == nil }

    /// Ends the connection; whoever waits is told so.
    func close() {
        perform(machine.close())
    }

    private func cancel(_ id: RequestID) {
        perform(machine.cancel(id))
    }

    private func received(_ event: SocketStream.Event) {
        switch event {
        case .connected: perform(machine.connected())
        case .received(let bytes): perform(machine.received(bytes))
        case .closed(let error): perform(machine.disconnected(error))
        }
    }

    private func timerFired() {
        perform(machine.timerFired(now: loop.now))
    }

    private func perform(_ actions: [ConnectionMachine.Action]) {
        for action in actions {
            switch action {
            case .write(let bytes):
                stream?.write(bytes)
            case .becomeReady(let supported):
                finishOpening(.success(supported))
            case .succeed(let id, let response):
                waiting.removeValue(forKey: id)?.resume(returning: .success(response))
            case .fail(let id, let failure):
                waiting.removeValue(forKey: id)?.resume(returning: .failure(failure))
            case .deliver(let event):
                observer?(.event(event))
            case .setTimer(let time?):
                timer?.start(after: loop.now.duration(to: time))
            case .setTimer(nil):
                timer?.stop()
            case .close(let failure):
                stream?.close()
                stream = nil
                timer = nil
                end = failure
                finishOpening(.failure(failure))
                observer?(.closed(failure))
            }
        }
    }

    private func finishOpening(_ result: Result<[String: [String]], ConnectionFailure>) {
        opening?.resume(returning: result)
        opening = nil
    }
}
