import EventLoop

/// A timer of a world.
final class SimulatedTimer: TimerDriver {
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
