/// How the lock is taken and kept.
public struct LeaseSettings: Equatable, Sendable {
    /// How long the lock outlives a holder that died; whole seconds, 5 at least.
    public var ttl: Duration
    /// How long to wait for another holder; zero: not at all.
    public var wait: Duration
    /// How far the clocks of two nodes are apart, as far as was measured.
    public var skew: Duration

    /// The settings of a lock; the TTL is rounded up to whole seconds.
    public init(ttl: Duration = .seconds(60), wait: Duration = .seconds(90), skew: Duration = .zero) {
        let (seconds, rest) = ttl.components
        self.ttl = .seconds(max(5, rest > 0 ? seconds + 1 : seconds))
        self.wait = wait
        self.skew = skew
    }

    var ttlSeconds: Int32 { Int32(clamping: ttl.components.seconds) }
}
