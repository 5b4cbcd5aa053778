public import EventLoop

/// The clock by which everything counts that waits: one that nobody sets.
///
/// A cluster has one (``Cluster/clock``), so that what stands on the cluster lives in the same time as its connections.
public struct MonotonicClock: Sendable {
    /// What it shows.
    public let now: @Sendable () -> ContinuousClock.Instant
    /// Waits; ends before its time only when the task is cancelled, by an error.
    public let sleep: @Sendable (Duration) async throws -> Void
    /// Where tasks run that outlive their caller's interest; nil: where the language puts them.
    private let executor: (any TaskExecutor)?

    /// A clock of other means.
    public init(
        now: @escaping @Sendable () -> ContinuousClock.Instant,
        sleep: @escaping @Sendable (Duration) async throws -> Void
    ) {
        self.now = now
        self.sleep = sleep
        executor = nil
    }

    /// The clock of a loop; tasks run there as well.
    public init(of loop: Loop) {
        now = { loop.now }
        sleep = { try await loop.sleep(for: $0) }
        executor = loop
    }

    /// The clock of the system.
    public static let system = MonotonicClock(now: { .now }, sleep: { try await Task.sleep(for: $0) })

    /// Waits, also in a task that was cancelled.
    public func pause(for length: Duration) async {
        await uninterrupted { try? await sleep(length) }
    }

    /// Runs `body` in a task of its own, so that it comes to its end also where the caller's was cancelled: what became
    /// of a statement has to be written down and the lock given back whoever has lost interest meanwhile.
    public func uninterrupted<Value: Sendable>(_ body: @escaping @Sendable () async -> Value) async -> Value {
        await task { await body() }.value
    }

    /// A task of its own, where tasks of this clock run.
    public func task<Value: Sendable>(_ body: @escaping @Sendable () async -> Value) -> Task<Value, Never> {
        Task(executorPreference: executor) { await body() }
    }
}
