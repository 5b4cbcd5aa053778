import Testing

@testable import MigrationLog

@Suite struct LeaseMachineTests {
    private let start = ContinuousClock.now
    /// To the millisecond: seconds in binary fractions would not add up.
    private func seconds(_ number: Double) -> Duration { .milliseconds(Int((number * 1000).rounded())) }
    private func at(_ number: Double) -> ContinuousClock.Instant { start + seconds(number) }

    private func machine(ttl: Duration = .seconds(60), skew: Duration = .zero) -> LeaseMachine {
        LeaseMachine(ttl: ttl, skew: skew)
    }

    /// A machine that took the lock at once, asked at 0 and answered at 0.1.
    private func held(ttl: Duration = .seconds(60), skew: Duration = .zero) -> LeaseMachine {
        var machine = machine(ttl: ttl, skew: skew)
        _ = machine.start(wait: .zero, now: start)
        #expect(machine.answered(.applied, now: at(0.1)) == .held)
        return machine
    }

    // MARK: Taking it

    @Test("a free lock is taken with one write, and counts from before it was sent")
    func acquires() {
        var machine = machine()
        #expect(machine.reliableUntil == nil)
        #expect(!machine.isHeld(for: .zero, from: start))
        #expect(machine.start(wait: .seconds(90), now: start) == .acquire)
        #expect(machine.answered(.applied, now: at(3)) == .held)
        #expect(machine.reliableUntil == at(59))
        #expect(machine.isHeld(for: .zero, from: at(3)))
    }

    @Test("without time to wait a lock that is taken is given up at once")
    func noWait() {
        var machine = machine()
        _ = machine.start(wait: .zero, now: start)
        #expect(machine.answered(.refused, now: at(0.1)) == .giveUp)
        #expect(machine.timerFired(now: at(1)) == .released)
    }

    @Test("a lock that is taken is tried for every half second, the last time at the end of the wait")
    func waits() {
        var machine = machine()
        #expect(machine.start(wait: seconds(1.2), now: start) == .acquire)
        #expect(machine.answered(.refused, now: at(0.1)) == .wait(seconds(0.5)))
        #expect(machine.timerFired(now: at(0.6)) == .acquire)
        #expect(machine.answered(.refused, now: at(0.7)) == .wait(seconds(0.5)))
        #expect(machine.timerFired(now: at(1.2) - .nanoseconds(1)) == .acquire)
        #expect(machine.answered(.refused, now: at(1.2) - .nanoseconds(1)) == .wait(.nanoseconds(1)))
        #expect(machine.timerFired(now: at(1.2)) == .acquire)
        #expect(machine.answered(.refused, now: at(1.3)) == .giveUp)
    }

    @Test("a lock that becomes free is taken, and counts from the write that took it")
    func takesAfterWaiting() {
        var machine = machine()
        _ = machine.start(wait: .seconds(90), now: start)
        _ = machine.answered(.refused, now: at(0.1))
        _ = machine.timerFired(now: at(0.6))
        #expect(machine.answered(.applied, now: at(0.7)) == .held)
        #expect(machine.reliableUntil == at(59.6))
    }

    @Test("a write without an answer is repeated; when the row turns out to be ours it is as old as the first of them")
    func unknownThenOurs() {
        var machine = machine()
        _ = machine.start(wait: .seconds(90), now: start)
        #expect(machine.answered(.unknown, now: at(5)) == .wait(seconds(0.1)))
        #expect(machine.timerFired(now: at(5.1)) == .acquire)
        #expect(machine.answered(.unknown, now: at(10)) == .wait(seconds(0.1)))
        #expect(machine.timerFired(now: at(10.1)) == .acquire)
        #expect(machine.answered(.alreadyOurs, now: at(10.2)) == .held)
        #expect(machine.reliableUntil == at(59))
    }

    @Test("a repeated write that takes the lock counts from itself: there was no row before")
    func unknownThenApplied() {
        var machine = machine()
        _ = machine.start(wait: .seconds(90), now: start)
        _ = machine.answered(.unknown, now: at(5))
        _ = machine.timerFired(now: at(5.1))
        #expect(machine.answered(.applied, now: at(5.2)) == .held)
        #expect(machine.reliableUntil == at(64.1))
    }

    @Test("a refusal settles the writes before it: what is ours afterwards is younger")
    func unknownThenRefusedThenOurs() {
        var machine = machine()
        _ = machine.start(wait: .seconds(90), now: start)
        _ = machine.answered(.unknown, now: at(5))
        _ = machine.timerFired(now: at(5.1))
        #expect(machine.answered(.refused, now: at(5.2)) == .wait(seconds(0.5)))
        _ = machine.timerFired(now: at(5.7))
        _ = machine.answered(.unknown, now: at(10.7))
        _ = machine.timerFired(now: at(10.8))
        #expect(machine.answered(.alreadyOurs, now: at(10.9)) == .held)
        #expect(machine.reliableUntil == at(64.7))
    }

    @Test("without an answer for the wait and a lifetime of the row it is not known whose the lock is")
    func neverKnown() {
        var machine = machine()
        _ = machine.start(wait: .seconds(10), now: start)
        #expect(machine.answered(.unknown, now: at(69.9)) == .wait(seconds(0.1)))
        #expect(machine.timerFired(now: at(69.99)) == .acquire)
        #expect(machine.answered(.unknown, now: at(70)) == .lost(.unknown))
        #expect(machine.answered(.applied, now: at(70)) == .released)
    }

    // MARK: Keeping it

    @Test("the lock is renewed at a third of its lifetime, from the last write that counts")
    func renews() {
        var machine = held()
        #expect(machine.nextRenewal(at(0.1)) == .wait(seconds(19.9)))
        #expect(machine.timerFired(now: at(20)) == .renew)
        #expect(machine.answered(.applied, now: at(21)) == .wait(.seconds(19)))
        #expect(machine.reliableUntil == at(79))
        #expect(machine.timerFired(now: at(40)) == .renew)
        #expect(machine.answered(.applied, now: at(40.5)) == .wait(seconds(19.5)))
        #expect(machine.reliableUntil == at(99))
    }

    @Test("a renewal that is overdue is due now")
    func overdue() {
        var machine = held()
        #expect(machine.nextRenewal(at(30)) == .wait(.zero))
        #expect(machine.nextRenewal(at(58.9)) == .wait(.zero))
        #expect(machine.nextRenewal(at(59)) == .lost(.expired))
    }

    @Test("a renewal that is refused means that somebody else has the lock")
    func refused() {
        var machine = held()
        _ = machine.timerFired(now: at(20))
        #expect(machine.answered(.refused, now: at(20.1)) == .lost(.taken))
        #expect(!machine.isHeld(for: .zero, from: at(20.1)))
        #expect(machine.nextRenewal(at(21)) == .lost(.expired))
    }

    @Test("a renewal without an answer is repeated until the old row's time is up, and not a moment longer")
    func unknownRenewal() {
        var machine = held()
        _ = machine.timerFired(now: at(20))
        #expect(machine.answered(.unknown, now: at(25)) == .wait(seconds(0.1)))
        #expect(machine.reliableUntil == at(59))
        #expect(machine.timerFired(now: at(25.1)) == .renew)
        #expect(machine.answered(.unknown, now: at(58.9)) == .wait(seconds(0.1)))
        _ = machine.timerFired(now: at(58.95))
        #expect(machine.answered(.unknown, now: at(59)) == .lost(.expired))
        #expect(!machine.isHeld(for: .zero, from: at(59)))
    }

    @Test("a renewal that is known after others were not counts from itself")
    func unknownThenRenewed() {
        var machine = held()
        _ = machine.timerFired(now: at(20))
        _ = machine.answered(.unknown, now: at(25))
        _ = machine.timerFired(now: at(25.1))
        #expect(machine.answered(.applied, now: at(25.2)) == .wait(seconds(19.9)))
        #expect(machine.reliableUntil == at(84.1))
    }

    // MARK: Relying on it

    struct Margin: CustomTestStringConvertible, Sendable {
        let ttl: Int
        let skew: Double
        let reliable: Double
        var testDescription: String { "TTL \(ttl) s, skew \(skew) s" }

        static let all = [
            Margin(ttl: 60, skew: 0, reliable: 59), Margin(ttl: 60, skew: 0.4, reliable: 58.6),
            Margin(ttl: 30, skew: 20, reliable: 9), Margin(ttl: 5, skew: 0, reliable: 4),
        ]
    }

    @Test("what is counted on is the lifetime less a second, less the skew of the clocks", arguments: Margin.all)
    func margins(margin: Margin) {
        let machine = held(ttl: .seconds(margin.ttl), skew: seconds(margin.skew))
        #expect(machine.reliableUntil == at(margin.reliable))
        #expect(machine.isHeld(for: .zero, from: at(margin.reliable)))
        #expect(!machine.isHeld(for: .nanoseconds(1), from: at(margin.reliable)))
        #expect(machine.isHeld(for: .seconds(2), from: at(margin.reliable - 2)))
        #expect(!machine.isHeld(for: .seconds(2), from: at(margin.reliable - 1.5)))
    }

    @Test("with clocks further apart than the lifetime a lock is never relied on")
    func hopelessSkew() {
        var machine = held(ttl: .seconds(10), skew: .seconds(15))
        #expect(!machine.isHeld(for: .zero, from: at(0.1)))
        #expect(machine.nextRenewal(at(0.1)) == .lost(.expired))
    }

    // MARK: Giving it back

    @Test("a held lock is given back with one write", arguments: [LeaseMachine.Answer.applied, .refused, .alreadyOurs])
    func releases(answer: LeaseMachine.Answer) {
        var machine = held()
        #expect(machine.release() == .release)
        #expect(!machine.isHeld(for: .zero, from: at(1)))
        #expect(machine.answered(answer, now: at(1)) == .released)
        #expect(machine.release() == .released)
    }

    @Test("a release without an answer is tried five times, then the row's lifetime ends it")
    func unknownRelease() {
        var machine = held()
        #expect(machine.release() == .release)
        for _ in 0..<4 {
            #expect(machine.answered(.unknown, now: at(1)) == .wait(seconds(0.1)))
            #expect(machine.timerFired(now: at(1.1)) == .release)
        }
        #expect(machine.answered(.unknown, now: at(1.2)) == .released)
        #expect(machine.timerFired(now: at(1.3)) == .released)
    }

    @Test("whoever stops waiting gives back what an unanswered write may have taken")
    func releaseWhileAcquiring() {
        var machine = machine()
        _ = machine.start(wait: .seconds(90), now: start)
        _ = machine.answered(.unknown, now: at(5))
        #expect(machine.release() == .release)
        #expect(machine.answered(.applied, now: at(5.1)) == .released)
    }

    @Test("what was never taken, or is lost, is not given back")
    func nothingToRelease() {
        var idle = machine()
        #expect(idle.release() == .released)
        #expect(idle.answered(.applied, now: at(1)) == .released)
        var lost = held()
        _ = lost.timerFired(now: at(20))
        _ = lost.answered(.refused, now: at(20.1))
        #expect(lost.release() == .released)
    }

    @Test("the lifetime of a lock is rounded up to whole seconds, and has five at least")
    func settings() {
        #expect(LeaseSettings().ttl == .seconds(60))
        #expect(LeaseSettings(ttl: .milliseconds(5001)).ttl == .seconds(6))
        #expect(LeaseSettings(ttl: .seconds(7)).ttl == .seconds(7))
        #expect(LeaseSettings(ttl: .zero).ttl == .seconds(5))
        #expect(LeaseSettings(ttl: .seconds(-9)).ttl == .seconds(5))
        #expect(LeaseSettings(ttl: .seconds(90)).ttlSeconds == 90)
        #expect(LeaseSettings(ttl: .seconds(1 << 40)).ttlSeconds == .max)
    }
}
