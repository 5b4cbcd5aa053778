public import EventLoop
import Glibc

/// A process in a world: a loop, and what is connected through it.
public final class SimulatedProcess: Sendable {
    let world: World
    let number: Int
    private let driver: SimulatedDriver
    private let condition = Guarded(Condition())

    /// Whether it works, and what it has to do once it goes on.
    private struct Condition: Sendable {
        var isAlive = true
        var isPaused = false
        var postponed: [@Sendable () -> Void] = []
    }

    /// The loop on which the process does its work.
    public let loop: Loop

    init(in world: World) {
        self.world = world
        number = world.state.withLock { $0.number() }
        driver = SimulatedDriver(in: world)
        loop = Loop(driver)
        driver.process.withLock { $0 = self }
    }

    /// The port from which it connects to others.
    public var port: UInt16 { UInt16(truncatingIfNeeded: 40_000 + number % 20_000) }

    /// Runs what waits in the process.
    func turn() { perform { [loop] in loop.runJobs() } }

    /// Does something as the process does it; one that is paused does it when it goes on.
    func perform(_ action: @escaping @Sendable () -> Void) {
        let isReady = condition.withLock { condition in
            guard condition.isAlive else { return false }
            if condition.isPaused { condition.postponed.append(action) }
            return !condition.isPaused
        }
        guard isReady else { return }
        driver.thread.withLock { $0 = pthread_self() }
        action()
        driver.thread.withLock { $0 = nil }
    }

    /// Whether nobody has killed it.
    public var isAlive: Bool { condition.withLock { $0.isAlive } }

    /// Stops the process where it stands, as SIGSTOP does: its connections stay, and what comes for it waits.
    public func pause() { condition.withLock { $0.isPaused = true } }

    /// Lets a paused process go on; what has come meanwhile comes first, timers whose time is over among it.
    public func resume() {
        let postponed = condition.withLock { condition in
            defer { condition.postponed = [] }
            condition.isPaused = false
            return condition.postponed
        }
        for action in postponed { perform(action) }
    }

    /// Lets its loop forget it, so that nothing more is done for its work and the two do not hold each other.
    func letGo() { driver.process.withLock { $0 = nil } }

    /// Ends the process at once, as `kill -9` does: nothing of it happens any more, and its connections are reset.
    public func kill() {
        condition.withLock { condition in
            condition.isAlive = false
            condition.postponed = []
        }
        letGo()
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
