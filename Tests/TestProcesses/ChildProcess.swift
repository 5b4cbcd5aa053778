import Dispatch
import EventLoop
import Glibc

/// A process that a test started. What it writes is read all the time, so that it never waits for the test.
public final class ChildProcess: Sendable {
    private struct State {
        var written: [ProcessStream: [UInt8]] = [:]
        var exit: ProcessResult.Exit?
        var input: Int32?
        var waiters: [Waiter] = []
    }

    private struct Waiter {
        let isServed: @Sendable (State) -> Bool
        let continuation: CheckedContinuation<Void, Never>
    }

    /// Its process id.
    public let id: Int32
    private let state: Guarded<State>
    private let life = DispatchGroup()

    /// Starts a process.
    public init(_ command: ProcessCommand) throws(ProcessError) {
        let (id, plan) = try SpawnPlan.start(command)
        self.id = id
        state = Guarded(State(input: plan.input))
        let outputs = plan.outputs
        // A thread of its own: it waits for the child, and the pool of the tests must not.
        DispatchQueue(label: "child \(id)").async(group: life) { self.watch(outputs) }
    }

    /// Waits for its end.
    public func result() async -> ProcessResult {
        await wait { $0.exit != nil }
        return state.withLock { state in
            ProcessResult(
                exit: state.exit ?? .status(-1),
                output: String(decoding: state.written[.output, default: []], as: UTF8.self),
                error: String(decoding: state.written[.error, default: []], as: UTF8.self)
            )
        }
    }

    /// Waits for its end without an executor to wait on, as at the exit of the tests.
    public func blockUntilEnd() { life.wait() }

    /// Waits until it has written a text.
    ///
    /// - Throws: `ProcessError`: it ended without writing it.
    public func waitForText(_ text: String, on stream: ProcessStream = .output) async throws(ProcessError) {
        let wanted = Array(text.utf8)
        await wait { $0.exit != nil || $0.written[stream, default: []].contains(wanted) }
        guard state.withLock({ $0.written[stream, default: []].contains(wanted) }) else {
            throw ProcessError("The process ended without writing \"\(text)\": \(await result())")
        }
    }

    /// Sends it a signal, such as SIGKILL; nothing happens when it has ended.
    public func send(_ signal: Int32) {
        state.withLock { if $0.exit == nil { kill(id, signal) } }
    }

    /// Ends its standard input, if that is a pipe.
    public func closeInput() {
        state.withLock { state in
            if let input = state.input { close(input) }
            state.input = nil
        }
    }

    private func wait(until isServed: @escaping @Sendable (State) -> Bool) async {
        await withCheckedContinuation { continuation in
            state.withLock { state in
                if isServed(state) {
                    continuation.resume()
                } else {
                    state.waiters.append(Waiter(isServed: isServed, continuation: continuation))
                }
            }
        }
    }

    private func change(_ body: (inout State) -> Void) {
        state.withLock { state in
            body(&state)
            let waiters = state.waiters
            state.waiters = waiters.filter { !$0.isServed(state) }
            for waiter in waiters where waiter.isServed(state) { waiter.continuation.resume() }
        }
    }

    /// Reads what the process writes until it has closed everything, then waits for its end.
    private func watch(_ outputs: [(descriptor: Int32, stream: ProcessStream)]) {
        var open = outputs
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while !open.isEmpty {
            var polled = open.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
            guard unsafe poll(&polled, nfds_t(polled.count), -1) >= 0 || errno == EINTR else { break }
            for (index, entry) in polled.enumerated().reversed() where entry.revents != 0 {
                let count = unsafe read(entry.fd, &buffer, buffer.count)
                if count > 0 {
                    let stream = open[index].stream
                    change { $0.written[stream, default: []] += buffer[..<count] }
                } else if count == 0 || errno != EINTR {
                    close(entry.fd)
                    open.remove(at: index)
                }
            }
        }
        // It is left as a zombie until its end is noted, so that no signal can go to another process of that id.
        var ended = unsafe siginfo_t()
        while unsafe waitid(P_PID, id_t(id), &ended, WEXITED | WNOWAIT) < 0 && errno == EINTR {}
        change { state in
            var status: Int32 = 0
            unsafe waitpid(id, &status, 0)
            let signal = status & 0x7f
            state.exit = signal == 0 ? .status(status >> 8 & 0xff) : .signal(signal)
        }
        closeInput()
    }
}
