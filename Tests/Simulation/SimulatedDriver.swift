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
        // Port 0 is any that is free.
        let ports = address.port == 0 ? 9042...UInt16.max : address.port...address.port
        let chosen = world.state.withLock { state in
            for port in ports {
                guard let candidate = SocketAddress(bytes: address.bytes, port: port) else {
                    return SocketAddress?.none
                }
                guard state.listeners[candidate] == nil else { continue }
                state.listeners[candidate] = WorldState.Listener(process: process, accepted: accepted)
                return candidate
            }
            return SocketAddress?.none
        }
        guard let chosen else { throw SystemError(operation: "listen on \(address)", errno: EADDRINUSE) }
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
