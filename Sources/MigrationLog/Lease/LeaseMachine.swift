/// The lock as its owner sees it: when to take it, when to renew it, and until when it can be relied on.
///
/// A value: answers and the time go in, what to write comes out. The servers judge the end of a row by their wall
/// clocks, in whole seconds; so what is counted on is the TTL from *before* the write was sent, less a second, less the
/// measured skew between the nodes. The lock keeps runners apart; it is the fence in the log that makes it certain.
struct LeaseMachine: Equatable, Sendable {
    enum Action: Equatable, Sendable {
        /// Write the row, if there is none.
        case acquire
        /// Write the row anew, if it is still ours.
        case renew
        /// Remove the row, if it is still ours.
        case release
        /// Call `timerFired` after this time.
        case wait(Duration)
        /// The lock is ours.
        case held
        /// Somebody else has it, and the time to wait is over.
        case giveUp
        /// The lock is not ours any more, or may not be.
        case lost(LeaseLoss)
        /// The row is gone, or was not ours.
        case released
    }

    /// What a conditional write came to.
    enum Answer: Equatable, Sendable {
        case applied
        /// The row is there and is ours: an earlier write whose answer was lost.
        case alreadyOurs
        case refused
        /// No answer, or one that leaves it open.
        case unknown
    }

    private enum State: Equatable {
        case idle
        case acquiring(waitUntil: ContinuousClock.Instant)
        case held
        case releasing(attempts: Int)
        case ended
    }

    private let ttl: Duration
    private let skew: Duration
    private var state = State.idle
    /// When the last write that counts was sent; the row lives for the TTL from there at least.
    private var confirmed: ContinuousClock.Instant?
    private var sent: ContinuousClock.Instant?
    /// When the first write was sent whose answer is still missing: the row may be as old as that.
    private var firstUnresolved: ContinuousClock.Instant?

    private static let retryPause = Duration.milliseconds(100)
    private static let waitPause = Duration.milliseconds(500)
    private static let releaseAttempts = 5

    /// - Parameters:
    ///   - ttl: How long a row lives; whole seconds.
    ///   - skew: How far the clocks of two nodes may be apart.
    init(ttl: Duration, skew: Duration) {
        self.ttl = ttl
        self.skew = skew
    }

    /// Until when the lock can be relied on; nil while it is not held.
    var reliableUntil: ContinuousClock.Instant? {
        guard state == .held, let confirmed else { return nil }
        return confirmed + ttl - .seconds(1) - skew
    }

    /// Whether the lock is held and will be for `duration` from `now`.
    func isHeld(for duration: Duration, from now: ContinuousClock.Instant) -> Bool {
        reliableUntil.map { $0 >= now + duration } ?? false
    }

    /// The lock is wanted; waits for another holder at most for `wait`.
    mutating func start(wait: Duration, now: ContinuousClock.Instant) -> Action {
        state = .acquiring(waitUntil: now + wait)
        return write(.acquire, now)
    }

    /// The write that was asked for last came to this.
    mutating func answered(_ answer: Answer, now: ContinuousClock.Instant) -> Action {
        switch state {
        case .idle, .ended: return .released
        case .acquiring(let end): return acquiring(answer, until: end, now)
        case .held: return renewed(answer, now)
        case .releasing(let attempts): return releasing(answer, attempts)
        }
    }

    /// The pause that was asked for is over.
    mutating func timerFired(now: ContinuousClock.Instant) -> Action {
        switch state {
        case .idle, .ended: .released
        case .acquiring: write(.acquire, now)
        case .held: write(.renew, now)
        case .releasing: .release
        }
    }

    /// The owner is done.
    mutating func release() -> Action {
        switch state {
        case .idle, .ended: return .released
        case .acquiring, .held, .releasing:
            state = .releasing(attempts: 1)
            return .release
        }
    }

    private mutating func write(_ action: Action, _ now: ContinuousClock.Instant) -> Action {
        sent = now
        return action
    }

    private mutating func acquiring(
        _ answer: Answer, until end: ContinuousClock.Instant, _ now: ContinuousClock.Instant
    ) -> Action {
        switch answer {
        case .applied:
            return hold(since: sent ?? now, now)
        case .alreadyOurs:
            // Of several writes with the same owner any may have made the row: the first is the safe guess.
            return hold(since: firstUnresolved ?? sent ?? now, now)
        case .refused:
            firstUnresolved = nil
            guard now < end else {
                state = .ended
                return .giveUp
            }
            return .wait(min(Self.waitPause, now.duration(to: end)))
        case .unknown:
            firstUnresolved = firstUnresolved ?? sent
            guard now < end + ttl else {
                state = .ended
                return .lost(.unknown)
            }
            return .wait(Self.retryPause)
        }
    }

    private mutating func hold(since: ContinuousClock.Instant, _ now: ContinuousClock.Instant) -> Action {
        state = .held
        confirmed = since
        firstUnresolved = nil
        return .held
    }

    private mutating func renewed(_ answer: Answer, _ now: ContinuousClock.Instant) -> Action {
        switch answer {
        case .applied, .alreadyOurs:
            confirmed = sent ?? confirmed
        case .refused:
            state = .ended
            return .lost(.taken)
        case .unknown:
            // The old row still stands, or the new one does: nothing is lost until the old one's time is up.
            guard let end = reliableUntil, now < end else {
                state = .ended
                return .lost(.expired)
            }
            return .wait(Self.retryPause)
        }
        return nextRenewal(now)
    }

    /// When the holder is to renew: at a third of the TTL after the last write that counts.
    mutating func nextRenewal(_ now: ContinuousClock.Instant) -> Action {
        guard let confirmed, let end = reliableUntil, now < end else {
            state = .ended
            return .lost(.expired)
        }
        return .wait(max(.zero, now.duration(to: confirmed + ttl / 3)))
    }

    private mutating func releasing(_ answer: Answer, _ attempts: Int) -> Action {
        switch answer {
        case .applied, .alreadyOurs, .refused:
            state = .ended
            return .released
        case .unknown:
            guard attempts < Self.releaseAttempts else {
                // The row ends by its TTL.
                state = .ended
                return .released
            }
            state = .releasing(attempts: attempts + 1)
            return .wait(Self.retryPause)
        }
    }
}

/// How a lock was lost.
public enum LeaseLoss: Equatable, Sendable {
    /// The row belongs to somebody else, or is gone.
    case taken
    /// It could not be renewed in time.
    case expired
    /// It was never known whether the lock was taken.
    case unknown
}
