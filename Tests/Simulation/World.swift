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
    public func process() -> SimulatedProcess { SimulatedProcess(in: self) }

    /// Lets the world go on until `body`, on a process of its own choice, has come to its end.
    ///
    /// - Throws: `WorldStuck` when nothing is left that could happen.
    public func run<Value: Sendable>(
        on process: SimulatedProcess, _ body: @escaping @Sendable () async -> Value
    ) throws(WorldStuck) -> Value {
        let result = Guarded<Value?>(nil)
        Task(executorPreference: process.loop) {
            let value = await body()
            result.withLock { $0 = value }
        }
        while true {
            if let value = result.withLock({ $0 }) { return value }
            try step()
        }
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
