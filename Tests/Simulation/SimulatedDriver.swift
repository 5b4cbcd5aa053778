import EventLoop
import Glibc

/// The driver of a process's loop: everything comes from the world.
final class SimulatedDriver: LoopDriver {
    let world: World
    /// Nil once the process is dead: what its work still asks for does not happen.
    let process = Guarded<SimulatedProcess?>(nil)
    let thread = Guarded<pthread_t?>(nil)

    init(in world: World) { self.world = world }

    func wake() {
        guard let process = process.withLock({ $0 }) else { return }
        world.state.withLock { $0.wake(process) }
    }

    var isCurrent: Bool {
        thread.withLock { $0.map { pthread_equal($0, pthread_self()) != 0 } ?? false }
    }

    var now: ContinuousClock.Instant { world.now }

    func timer(on loop: Loop, _ action: @escaping @Sendable () -> Void) throws(SystemError) -> any TimerDriver {
        SimulatedTimer(try living(), action)
    }

    func connect(
        to address: SocketAddress, on loop: Loop, handler: @escaping @Sendable (SocketStream.Event) -> Void
    ) throws(SystemError) -> any StreamDriver {
        let process = try living()
        let id = world.connect(to: address, for: process, handler)
        return SimulatedStream(id, in: world)
    }

    func listen(
        on address: SocketAddress, of loop: Loop, accepted: @escaping @Sendable (AcceptedSocket) -> Void
    ) throws(SystemError) -> any ListenerDriver {
        let process = try living()
        let port = address.port == 0 ? 9042 : address.port
        guard let chosen = SocketAddress(bytes: address.bytes, port: port),
            world.state.withLock({ state in
                guard state.listeners[chosen] == nil else { return false }
                state.listeners[chosen] = WorldState.Listener(process: process, accepted: accepted)
                return true
            })
        else { throw SystemError(operation: "listen on \(address)", errno: EADDRINUSE) }
        return SimulatedListener(chosen, in: world)
    }

    func addresses(
        of host: String, port: UInt16, timeout: Duration, on loop: Loop
    ) async -> Result<[SocketAddress], SystemError> {
        let numbers = host.split(separator: ".").compactMap { UInt8($0) }
        guard numbers.count == 4, let address = SocketAddress(bytes: numbers, port: port) else {
            return .failure(SystemError(operation: "look up \(host)", errno: ENOENT))
        }
        return .success([address])
    }

    private func living() throws(SystemError) -> SimulatedProcess {
        guard let process = process.withLock({ $0 }) else {
            throw SystemError(operation: "work in a dead process", errno: ESRCH)
        }
        return process
    }
}

/// A timer of a world.
private final class SimulatedTimer: TimerDriver {
    private let process: SimulatedProcess
    private let action: @Sendable () -> Void
    private let id: Int

    init(_ process: SimulatedProcess, _ action: @escaping @Sendable () -> Void) {
        self.process = process
        self.action = action
        id = process.world.state.withLock { $0.number() }
    }

    deinit { stop() }

    func start(after delay: Duration) {
        let (process, action, id) = (process, action, id)
        process.world.state.withLock { state in
            let start = state.number()
            state.timers[id] = start
            state.schedule(after: delay, for: process) {
                // Started anew, stopped or gone since: then it is another's turn, or nobody's.
                let isDue = process.world.state.withLock { state in
                    guard state.timers[id] == start else { return false }
                    state.timers[id] = nil
                    return true
                }
                if isDue { process.perform(action) }
            }
        }
    }

    func stop() { process.world.state.withLock { $0.timers[id] = nil } }
}

/// A listening port of a world.
private final class SimulatedListener: ListenerDriver {
    let address: SocketAddress
    private let world: World

    init(_ address: SocketAddress, in world: World) {
        self.address = address
        self.world = world
    }

    deinit { close() }

    func close() { world.state.withLock { $0.listeners[address] = nil } }
}

/// One end of a connection of a world.
private final class SimulatedStream: StreamDriver {
    private let id: Int
    private let world: World

    init(_ id: Int, in world: World) {
        self.id = id
        self.world = world
    }

    deinit { close() }

    /// Bytes are under way at once: the network of a world is never full.
    let unsentByteCount = 0

    func write(_ bytes: [UInt8]) { world.write(bytes, on: id) }
    func close() { world.close(id, with: nil) }
    func reset() { world.close(id, with: .connectionReset) }
}

extension World {
    /// Starts to connect; gives the end of the one who does.
    fileprivate func connect(
        to address: SocketAddress, for process: SimulatedProcess,
        _ handler: @escaping @Sendable (SocketStream.Event) -> Void
    ) -> Int {
        state.withLock { state in
            let id = state.number()
            state.streams[id] = WorldState.Stream(process: process, handler: handler)
            state.schedule(after: Self.latency, for: nil) { [self] in meet(id, address) }
            return id
        }
    }

    /// The wish to connect has arrived.
    private func meet(_ id: Int, _ address: SocketAddress) {
        let listener = state.withLock { state in state.streams[id] == nil ? nil : state.listeners[address] }
        guard let listener else { return end(id, with: .connectionRefused) }
        let other = state.withLock { $0.number() }
        let socket = AcceptedSocket(from: SocketAddress(bytes: [127, 0, 0, 99], port: 40_000)) { [self] _, handler in
            state.withLock { state in
                guard state.streams[id] != nil else { return }
                state.streams[other] = WorldState.Stream(process: listener.process, handler: handler, peer: id)
                state.streams[id]?.peer = other
            }
            return SimulatedStream(other, in: self)
        }
        listener.process.perform { listener.accepted(socket) }
        deliver(.connected, to: id)
    }

    fileprivate func write(_ bytes: [UInt8], on id: Int) {
        guard let peer = state.withLock({ $0.streams[id]?.peer }) else { return }
        deliver(.received(bytes), to: peer)
    }

    /// One end ends the connection: the other hears of it behind all that was written before.
    fileprivate func close(_ id: Int, with error: SystemError?) {
        guard let stream = state.withLock({ $0.streams.removeValue(forKey: id) }), let peer = stream.peer else { return }
        end(peer, with: error)
    }

    /// Tells one end that the connection is gone.
    func end(_ id: Int, with error: SystemError?) { deliver(.closed(error), to: id) }

    private func deliver(_ event: SocketStream.Event, to id: Int) {
        state.withLock { state in
            state.schedule(after: Self.latency, for: nil) { [self] in
                let stream = self.state.withLock { state in
                    guard let stream = state.streams[id] else { return WorldState.Stream?.none }
                    if case .closed = event { state.streams[id] = nil }
                    return stream
                }
                guard let stream else { return }
                stream.process.perform { stream.handler(event) }
            }
        }
    }
}
