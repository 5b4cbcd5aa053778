/// The clock by which lock and log count: one that nobody sets.
struct MonotonicClock: Sendable {
    /// What it shows.
    let now: @Sendable () -> ContinuousClock.Instant
    /// Waits; ends before its time only when the task is cancelled, by an error.
    let sleep: @Sendable (Duration) async throws -> Void

    /// The clock of the system.
    static let system = MonotonicClock(now: { .now }, sleep: { try await Task.sleep(for: $0) })

    /// Waits, also in a task that was cancelled.
    func pause(for length: Duration) async {
        await uninterrupted { try? await sleep(length) }
    }
}

/// Runs `body` in a task of its own, so that it comes to its end also where the caller's was cancelled: what became of a
/// statement has to be written down and the lock given back whoever has lost interest meanwhile.
func uninterrupted<Value: Sendable>(_ body: @escaping @Sendable () async -> Value) async -> Value {
    await Task { await body() }.value
}
