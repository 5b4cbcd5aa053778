import CUV
import Glibc

/// The event loop: libuv on a thread of its own, as the executor of the actors that do input and output.
///
/// An actor that names a loop as its `unownedExecutor` runs on the loop's thread, and so may use timers, sockets and
/// resolvers of that loop directly. Callbacks of libuv arrive on that thread too and enter the actor through
/// `assumeIsolated`. Nothing that blocks may run there.
@safe public final class Loop: SerialExecutor, TaskExecutor, @unchecked Sendable {
    // Sendable by hand: `loop` is touched by its own thread only; `wake` is the one handle that libuv allows other
    // threads to signal; `jobs` guards itself; `thread` is written once, before any job can run.
    let loop: UnsafeMutablePointer<uv_loop_t>
    private let wake: UnsafeMutablePointer<uv_async_t>
    private let jobs = Guarded(JobQueue())
    private let thread = Guarded<pthread_t?>(nil)

    /// The loop of this process, started at the first call. It lives as long as the process.
    ///
    /// - Throws: `SystemError` when the system has no thread or descriptor left for it, at every call.
    public static func shared() throws(SystemError) -> Loop { try process.get() }

    private static let process: Result<Loop, SystemError> = {
        do throws(SystemError) { return .success(try Loop()) } catch { return .failure(error) }
    }()

    private init() throws(SystemError) {
        unsafe loop = .allocate(capacity: 1)
        unsafe wake = .allocate(capacity: 1)
        let initialized = unsafe uv_loop_init(loop)
        guard initialized == 0 else { throw SystemError(operation: "start the event loop", code: initialized) }
        let woken = unsafe uv_async_init(loop, wake) { handle in
            guard let handle = unsafe handle, let data = unsafe handle.pointee.data else { return }
            unsafe Unmanaged<Loop>.fromOpaque(data).takeUnretainedValue().runJobs()
        }
        guard woken == 0 else { throw SystemError(operation: "start the event loop", code: woken) }
        unsafe wake.pointee.data = Unmanaged.passUnretained(self).toOpaque()
        try start()
    }

    private func start() throws(SystemError) {
        var id = pthread_t()
        // The thread keeps the loop alive: it is the loop.
        let argument = unsafe Unmanaged.passRetained(self)
        let created = unsafe pthread_create(
            &id, nil,
            { argument in
                guard let argument = unsafe argument else { return nil }
                let loop = unsafe Unmanaged<Loop>.fromOpaque(argument).takeUnretainedValue()
                loop.thread.withLock { $0 = pthread_self() }
                unsafe uv_run(loop.loop, UV_RUN_DEFAULT)
                return nil
            }, argument.toOpaque())
        guard created == 0 else {
            unsafe argument.release()
            throw SystemError(operation: "start the thread of the event loop", errno: created)
        }
    }

    // MARK: The executor

    /// Queues a job; any thread may call this.
    public func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        if jobs.withLock({ $0.append(job) }) {
            unsafe uv_async_send(wake)
        }
    }

    /// Whether the caller runs on the thread of this loop.
    public var isCurrent: Bool {
        thread.withLock { $0.map { pthread_equal($0, pthread_self()) != 0 } ?? false }
    }

    /// Traps unless the caller runs on the thread of this loop: called by the language for `assumeIsolated`.
    public func checkIsolated() {
        precondition(isCurrent, "not on the thread of the event loop")
    }

    /// Tells the language whether the caller runs on the thread of this loop.
    public func isIsolatingCurrentContext() -> Bool? { isCurrent }

    private func runJobs() {
        // Bounded, so that actors that keep waking each other cannot starve the sockets.
        for _ in 0..<64 {
            let batch = jobs.withLock { $0.takeAll() }
            if batch.isEmpty { return }
            for job in batch {
                unsafe job.runSynchronously(
                    isolatedTo: asUnownedSerialExecutor(), taskExecutor: asUnownedTaskExecutor())
            }
        }
        unsafe uv_async_send(wake)
    }
}
