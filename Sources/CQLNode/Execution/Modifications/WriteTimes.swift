import CQLWire

/// The time of a write and how long it lives.
struct WriteTimes: Hashable, Sendable {
    /// The time, in microseconds since 1970.
    let timestamp: Int64
    /// How long what is written lives.
    let lifetime: Lifetime

    /// The longest TTL, in seconds: 20 years (`Attributes.MAX_TTL`).
    private static let maximumTimeToLive: Int32 = 630_720_000

    /// The times of a write, of its USING clause or of the request (`Attributes`).
    init(_ modification: Modification, default defaultTimestamp: Int64, _ evaluator: inout TermEvaluator)
        throws(ServerError)
    {
        var timestamp = defaultTimestamp
        if let term = modification.timestamp {
            switch try evaluator.evaluate(term) {
            case .unset: break
            case .null: throw .invalid("Invalid null value of timestamp")
            case .bytes(let bytes):
                timestamp = bytes.reduce(bytes.first.map { $0 >= 0x80 } ?? false ? -1 : 0) { $0 << 8 | Int64($1) }
            }
        }
        var seconds = modification.table.defaultTimeToLive
        if let term = modification.timeToLive {
            switch try evaluator.evaluate(term) {
            case .unset: break
            case .null: seconds = 0
            case .bytes(let bytes):
                seconds = bytes.reduce(bytes.first.map { $0 >= 0x80 } ?? false ? -1 : 0) { $0 << 8 | Int32($1) }
            }
            guard seconds >= 0 else { throw .invalid("A TTL must be greater or equal to 0, but was \(seconds)") }
            guard seconds <= WriteTimes.maximumTimeToLive else {
                throw .invalid(
                    "ttl is too large. requested (\(seconds)) maximum (\(WriteTimes.maximumTimeToLive))")
            }
        }
        self.timestamp = timestamp
        lifetime = Lifetime(seconds: seconds, now: evaluator.identifiers.second)
    }
}
