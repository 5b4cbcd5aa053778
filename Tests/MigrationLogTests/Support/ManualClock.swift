import CQLClient
import Synchronization

@testable import MigrationLog

/// A clock that a test moves, or that every wait moves.
final class ManualClock: Sendable {
    private let start = ContinuousClock.now
    private let nanoseconds = Atomic<Int64>(0)
    private let sleepers = Sleepers()
    private let isAutomatic: Bool

    /// - Parameter isAutomatic: Whether whoever waits finds his time gone by at once.
    init(isAutomatic: Bool = false) { self.isAutomatic = isAutomatic }

    /// How far it has moved.
    var elapsed: Duration { .nanoseconds(nanoseconds.load(ordering: .acquiring)) }

    /// The clock for what is tested.
    var clock: MonotonicClock {
        MonotonicClock(
            now: { self.start + self.elapsed },
            sleep: { length in
                guard !self.isAutomatic else {
                    await self.advance(by: length)
                    await Task.yield()
                    return
                }
                try await self.sleepers.sleep(until: self.elapsed + length, now: self.elapsed)
            })
    }

    /// Moves it, and wakes whose time has come.
    func advance(by length: Duration) async {
        let (seconds, attoseconds) = length.components
        nanoseconds.add(seconds * 1_000_000_000 + attoseconds / 1_000_000_000, ordering: .acquiringAndReleasing)
        await sleepers.wake(at: elapsed)
    }

    /// Waits until somebody waits for the clock.
    func waitForSleeper() async { await sleepers.waitForOne() }
}

private actor Sleepers {
    private struct Sleeper {
        let deadline: Duration
        let continuation: CheckedContinuation<Void, any Error>
    }

    private var sleeping: [Int: Sleeper] = [:]
    private var cancelled: Set<Int> = []
    private var next = 0
    private var observers: [CheckedContinuation<Void, Never>] = []

    func sleep(until deadline: Duration, now: Duration) async throws {
        guard deadline > now else { return }
        next += 1
        let id = next
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                guard !cancelled.contains(id) else { return continuation.resume(throwing: CancellationError()) }
                sleeping[id] = Sleeper(deadline: deadline, continuation: continuation)
                for observer in observers { observer.resume() }
                observers = []
            }
        } onCancel: {
            Task { await self.cancel(id) }
        }
    }

    func wake(at now: Duration) {
        for (id, sleeper) in sleeping where sleeper.deadline <= now {
            sleeping[id] = nil
            sleeper.continuation.resume()
        }
    }

    func waitForOne() async {
        guard sleeping.isEmpty else { return }
        await withCheckedContinuation { observers.append($0) }
    }

    private func cancel(_ id: Int) {
        cancelled.insert(id)
        sleeping.removeValue(forKey: id)?.continuation.resume(throwing: CancellationError())
    }
}
