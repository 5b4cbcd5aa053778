/// `USING TIMESTAMP … AND TTL …`.
public struct Using: Hashable, Sendable {
    /// The time of the write, in microseconds since 1970.
    public let timestamp: Term?
    /// How long what is written lives, in seconds.
    public let timeToLive: Term?

    /// Makes a clause.
    public init(timestamp: Term? = nil, timeToLive: Term? = nil) {
        self.timestamp = timestamp
        self.timeToLive = timeToLive
    }
}
