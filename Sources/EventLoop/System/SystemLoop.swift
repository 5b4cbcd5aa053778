import CUV
import Glibc

/// The driver of the system: libuv on a thread of its own.
@safe final class SystemLoop: LoopDriver, @unchecked Sendable {
    // Sendable by hand: `loop` is touched by its own thread only; `handle` is the one handle that libuv allows other
    // threads to signal; `target` and `thread` are written once, before any job can run.
    let loop: UnsafeMutablePointer<uv_loop_t>
    private let handle: UnsafeMutablePointer<uv_async_t>
    private let target = Guarded<Loop?>(nil)
    private let thread = Guarded<pthread_t?>(nil)

    init() throws(SystemError) {
        unsafe loop = .allocate(capacity: 1)
        unsafe handle = .allocate(capacity: 1)
        let initialized = unsafe uv_loop_init(loop)
        guard initialized == 0 else { throw SystemError(operation: "start the event loop", code: initialized) }
        let woken = unsafe uv_async_init(loop, handle) { handle in
            guard let handle = unsafe handle, let data = unsafe handle.pointee.data else { return }
            unsafe Unmanaged<SystemLoop>.fromOpaque(data).takeUnretainedValue().runJobs()
        }
        guard woken == 0 else { throw SystemError(operation: "start the event loop", code: woken) }
        unsafe handle.pointee.data = Unmanaged.passUnretained(self).toOpaque()
    }

    /// Starts the thread, which turns `target` from then on.
    func start(_ target: Loop) throws(SystemError) {
        self.target.withLock { $0 = target }
        var id = pthread_t()
        // The thread keeps the loop alive: it is the loop.
        let argument = unsafe Unmanaged.passRetained(self)
        let created = unsafe pthread_create(
            &id, nil,
            { argument in
                guard let argument = unsafe argument else { return nil }
                let loop = unsafe Unmanaged<SystemLoop>.fromOpaque(argument).takeUnretainedValue()
                loop.thread.withLock { $0 = pthread_self() }
                unsafe uv_run(loop.loop, UV_RUN_DEFAULT)
                return nil
            }, argument.toOpaque())
        guard created == 0 else {
            unsafe argument.release()
            throw SystemError(operation: "start the thread of the event loop", errno: created)
        }
    }

    private func runJobs() { target.withLock { $0 }?.runJobs() }

    // MARK: The driver

    func wake() { unsafe uv_async_send(handle) }

    var isCurrent: Bool {
        thread.withLock { $0.map { pthread_equal($0, pthread_self()) != 0 } ?? false }
    }

    var now: ContinuousClock.Instant { .now }

    func timer(on loop: Loop, _ action: @escaping @Sendable () -> Void) throws(SystemError) -> any TimerDriver {
        try SystemTimer(on: loop, of: self, action)
    }

    func connect(
        to address: SocketAddress, on loop: Loop, handler: @escaping @Sendable (SocketStream.Event) -> Void
    ) throws(SystemError) -> any StreamDriver {
        try SystemStream(connectingTo: address, on: loop, of: self, handler: handler)
    }

    func listen(
        on address: SocketAddress, of loop: Loop, accepted: @escaping @Sendable (AcceptedSocket) -> Void
    ) throws(SystemError) -> any ListenerDriver {
        try SystemListener(on: address, of: loop, system: self, accepted: accepted)
    }

    func addresses(
        of host: String, port: UInt16, timeout: Duration, on loop: Loop
    ) async -> Result<[SocketAddress], SystemError> {
        await NameLookup(of: host, port: port, on: loop, of: self).run(timeout: timeout)
    }
}
