/// The event loop: the executor of the actors that do input and output.
///
/// An actor that names a loop as its `unownedExecutor` runs on the loop's thread, and so may use timers, sockets and
/// resolvers of that loop directly. Callbacks arrive on that thread too and enter the actor through `assumeIsolated`.
/// Nothing that blocks may run there.
public final class Loop: SerialExecutor, TaskExecutor {
    let driver: any LoopDriver
    private let jobs = Guarded(JobQueue())

    /// The loop of this process: libuv on a thread of its own, started at the first call. It lives as long as the
    /// process.
    ///
    /// - Throws: `SystemError` when the system has no thread or descriptor left for it, at every call.
    public static func shared() throws(SystemError) -> Loop { try process.get() }

    private static let process: Result<Loop, SystemError> = {
        do throws(SystemError) {
            let system = try SystemLoop()
            let loop = Loop(system)
            try system.start(loop)
            return .success(loop)
        } catch {
            return .failure(error)
        }
    }()

    /// The given loop, or that of this process.
    ///
    /// - Throws: `SystemError` as `shared()` does.
    public static func given(_ loop: Loop?) throws(SystemError) -> Loop {
        if let loop { return loop }
        return try shared()
    }

    /// A loop that something else turns.
    public init(_ driver: any LoopDriver) { self.driver = driver }

    /// What the clock of the loop shows.
    public var now: ContinuousClock.Instant { driver.now }

    /// Queues a job; any thread may call this.
    public func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        if jobs.withLock({ $0.append(job) }) { driver.wake() }
    }

    /// Whether the caller runs on the thread of this loop.
    public var isCurrent: Bool { driver.isCurrent }

    /// Traps unless the caller runs on the thread of this loop: called by the language for `assumeIsolated`.
    public func checkIsolated() {
        precondition(isCurrent, "not on the thread of the event loop")
    }

    /// Tells the language whether the caller runs on the thread of this loop.
    public func isIsolatingCurrentContext() -> Bool? { isCurrent }

    /// Runs the jobs that wait, on the thread of the loop: for the driver, after it was woken.
    public func runJobs() {
        // Bounded, so that actors that keep waking each other cannot starve the sockets.
        for _ in 0..<64 {
            let batch = jobs.withLock { $0.takeAll() }
            if batch.isEmpty { return }
            for job in batch {
                unsafe job.runSynchronously(
                    isolatedTo: asUnownedSerialExecutor(), taskExecutor: asUnownedTaskExecutor())
            }
        }
        driver.wake()
    }

    /// All addresses of a host name, or of the text of an address, in the order in which the system prefers them.
    ///
    /// - Parameters:
    ///   - host: A name, an IPv4 address or an IPv6 address without brackets.
    ///   - port: The port that every address of the result gets.
    ///   - timeout: How long to wait for the system's resolver.
    /// - Throws: `SystemError`; `isUnknownHost` when there is no such name.
    public func addresses(
        of host: String, port: UInt16, timeout: Duration
    ) async throws(SystemError) -> [SocketAddress] {
        try await driver.addresses(of: host, port: port, timeout: timeout, on: self).get()
    }
}
