import EventLoop

/// A world of its own: a clock that jumps from event to event, a network in memory, and the processes that live there.
///
/// Everything happens on the thread that calls `run`, in an order that is the same each time. A process is a loop; the
/// work of a process is what runs on that loop, and all of it has to: work that goes elsewhere is reported as stuck.
public final class World: Sendable {
    let state: Guarded<WorldState>

    /// How long bytes and connections are under way.
    public static let latency = Duration.microseconds(100)

    /// An empty world.
    public init() { state = Guarded(WorldState(now: .now)) }

    /// What the clock shows.
    public var now: ContinuousClock.Instant { state.withLock { $0.now } }

    /// A process, whose loop is the executor of its work.
    public func process() -> SimulatedProcess {
        let process = SimulatedProcess(in: self)
        state.withLock { $0.processes.append(process) }
        return process
    }

    /// Lets the world go on until `body`, on a process of its own choice, has come to its end.
    ///
    /// - Throws: `WorldStuck` when nothing is left that could happen.
    public func run<Value: Sendable>(
        on process: SimulatedProcess, _ body: @escaping @Sendable () async -> Value
    ) throws(WorldStuck) -> Value {
        let result = Guarded<Value?>(nil)
        start(on: process) {
            let value = await body()
            result.withLock { $0 = value }
        }
        while true {
            if let value = result.withLock({ $0 }) { return value }
            try step()
        }
    }

    /// Lets the world go on until `body`, on a process that may be killed meanwhile, has come to its end.
    ///
    /// - Returns: Nil when the process was killed before.
    /// - Throws: `WorldStuck` when nothing is left that could happen.
    public func runMortal<Value: Sendable>(
        on process: SimulatedProcess, _ body: @escaping @Sendable () async -> Value
    ) throws(WorldStuck) -> Value? {
        let result = Guarded<Value?>(nil)
        start(on: process) {
            let value = await body()
            result.withLock { $0 = value }
        }
        while process.isAlive {
            if let value = result.withLock({ $0 }) { return value }
            try step()
        }
        return result.withLock { $0 }
    }

    /// Has a process begin with something, and does not wait for it.
    public func start(on process: SimulatedProcess, _ body: @escaping @Sendable () async -> Void) {
        Task(executorPreference: process.loop) { await body() }
    }

    /// Lets the world go on until something holds, which is asked after every step.
    ///
    /// - Throws: `WorldStuck` when nothing is left that could happen.
    public func run(until holds: () -> Bool) throws(WorldStuck) {
        while !holds() { try step() }
    }

    /// How many times anything has come out of the network: bytes, and ends of connections.
    public var deliveries: Int { state.withLock { $0.deliveries } }

    /// Has something happen right before the n-th time that anything comes out of the network.
    public func intervene(before delivery: Int, _ action: @escaping @Sendable () -> Void) {
        state.withLock { $0.interventions[delivery] = action }
    }

    /// Has something happen after a time.
    public func schedule(after delay: Duration, _ action: @escaping @Sendable () -> Void) {
        state.withLock { $0.schedule(after: delay, for: nil, action) }
    }

    /// Ends the world: nothing happens any more, and everything in it is let go, work of the killed included. A world that
    /// is not ended stays for ever, for it and what lives in it hold each other.
    public func end() {
        // What is let go locks the state itself, so it must not be let go under the lock.
        let last = state.withLock { state in
            defer { state = WorldState(now: state.now) }
            return state
        }
        for process in last.processes { process.letGo() }
        _ = consume last
    }

    /// Lets the world go on for a while, with nobody waiting for anything.
    public func pass(_ duration: Duration) throws(WorldStuck) {
        let end = now + duration
        while let next = state.withLock({ $0.nextTime }), next <= end { try step() }
        state.withLock { $0.now = max($0.now, end) }
    }

    /// The next thing that happens: work that waits, or else the next event, to whose time the clock jumps.
    private func step() throws(WorldStuck) {
        if let process = state.withLock({ $0.takeWoken() }) {
            process.turn()
            return
        }
        guard let action = state.withLock({ $0.takeNext() }) else { throw WorldStuck() }
        action()
    }
}

/// Nothing is left that could happen, and yet something is waited for: work has left the world, or waits for ever.
public struct WorldStuck: Error, CustomStringConvertible {
    /// What that means.
    public var description: String { "nothing is left that could happen: work waits for ever, or runs elsewhere" }
}
