/// How long something takes, by one clock.
public struct Stopwatch: Sendable {
    /// When it began.
    public let began: ContinuousClock.Instant
    private let clock: MonotonicClock

    /// A watch that runs from now on.
    public init(_ clock: MonotonicClock) {
        self.clock = clock
        began = clock.now()
    }

    /// The time since it began.
    public var elapsed: Duration { began.duration(to: clock.now()) }
}
