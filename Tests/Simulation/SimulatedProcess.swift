public import EventLoop
import Glibc

/// A process in a world: a loop, and what is connected through it.
public final class SimulatedProcess: Sendable {
    let world: World
    let number: Int
    private let driver: SimulatedDriver
    private let isAlive = Guarded(true)

    /// The loop on which the process does its work.
    public let loop: Loop

    init(in world: World) {
        self.world = world
        number = world.state.withLock { $0.number() }
        driver = SimulatedDriver(in: world)
        loop = Loop(driver)
        driver.process.withLock { $0 = self }
    }

    /// Runs what waits in the process.
    func turn() {
        guard isAlive.withLock({ $0 }) else { return }
        driver.thread.withLock { $0 = pthread_self() }
        loop.runJobs()
        driver.thread.withLock { $0 = nil }
    }

    /// Does something as the process does it.
    func perform(_ action: @Sendable () -> Void) {
        guard isAlive.withLock({ $0 }) else { return }
        driver.thread.withLock { $0 = pthread_self() }
        action()
        driver.thread.withLock { $0 = nil }
    }

    /// Ends the process at once, as `kill -9` does: nothing of it happens any more, and its connections are reset.
    public func kill() {
        isAlive.withLock { $0 = false }
        driver.process.withLock { $0 = nil }
        let peers = world.state.withLock { $0.remove(self) }
        for peer in peers { world.end(peer, with: .connectionReset) }
    }
}

extension SystemError {
    /// The other side has gone without a word.
    static let connectionReset = SystemError(operation: "read", errno: ECONNRESET)
    /// Nobody listens there.
    static let connectionRefused = SystemError(operation: "connect", errno: ECONNREFUSED)
}
