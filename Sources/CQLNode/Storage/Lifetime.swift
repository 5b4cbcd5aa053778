/// How long something that was written lives (`LivenessInfo`, the TTL of a cell).
struct Lifetime: Hashable, Sendable {
    /// The seconds that it was to live; 0 for ever.
    let timeToLive: Int32
    /// The second since 1970 from which on it is gone.
    let expiry: Int64

    /// What does not expire.
    static let unlimited = Lifetime(timeToLive: 0, expiry: .max)

    /// So many seconds from now on; 0 for ever.
    init(seconds: Int32, now: Int64) {
        timeToLive = seconds
        expiry = seconds == 0 ? .max : now + Int64(seconds)
    }

    private init(timeToLive: Int32, expiry: Int64) {
        self.timeToLive = timeToLive
        self.expiry = expiry
    }

    /// Whether it will be gone some day.
    var isLimited: Bool { timeToLive != 0 }

    /// Whether it is there at a second since 1970.
    func isLive(at now: Int64) -> Bool { now < expiry }
}
