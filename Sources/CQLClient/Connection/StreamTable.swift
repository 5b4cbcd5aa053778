/// A request on its way, as its owner knows it.
struct RequestID: Hashable, Sendable {
    let number: UInt64
}

/// Which request each stream id of a connection stands for (native_protocol_v4 §2.3).
///
/// The id of a request that nobody waits for any more stays taken until its answer comes: given to another request, it
/// would bring that one the wrong answer.
struct StreamTable: Equatable, Sendable {
    private struct Entry: Equatable {
        /// nil once nobody waits.
        var request: RequestID?
        let deadline: ContinuousClock.Instant
    }

    /// What the answer on a stream means.
    enum Arrival: Equatable {
        case answers(RequestID)
        /// Its request had timed out or was cancelled.
        case tooLate
        /// No request went out on that stream.
        case unknownStream
    }

    private var entries: [Int16: Entry] = [:]
    private var streams: [RequestID: Int16] = [:]
    private var next: Int16 = 0
    private var abandoned = 0

    /// With this many answers missing, the connection is of no use any more.
    static let abandonedLimit = 1024

    var isExhausted: Bool { abandoned >= Self.abandonedLimit }

    /// The earliest time at which a request times out.
    var nextDeadline: ContinuousClock.Instant? {
        entries.values.lazy.filter { $0.request != nil }.map(\.deadline).min()
    }

    /// A free stream for a request, or nil when all 32,768 are taken.
    mutating func add(_ request: RequestID, deadline: ContinuousClock.Instant) -> Int16? {
        guard entries.count <= Int(Int16.max) else { return nil }
        while entries[next] != nil { next = next == .max ? 0 : next + 1 }
        let stream = next
        next = next == .max ? 0 : next + 1
        entries[stream] = Entry(request: request, deadline: deadline)
        streams[request] = stream
        return stream
    }

    /// The answer on `stream` has come.
    mutating func remove(_ stream: Int16) -> Arrival {
        guard let entry = entries.removeValue(forKey: stream) else { return .unknownStream }
        guard let request = entry.request else {
            abandoned -= 1
            return .tooLate
        }
        streams[request] = nil
        return .answers(request)
    }

    /// Nobody waits for `request` any more. False when its answer has already come.
    mutating func abandon(_ request: RequestID) -> Bool {
        guard let stream = streams.removeValue(forKey: request) else { return false }
        entries[stream]?.request = nil
        abandoned += 1
        return true
    }

    /// Abandons and returns the requests whose time is up, the earliest first.
    mutating func expire(at now: ContinuousClock.Instant) -> [RequestID] {
        let late = entries.values
            .filter { $0.request != nil && $0.deadline <= now }
            .sorted { ($0.deadline, $0.request?.number ?? 0) < ($1.deadline, $1.request?.number ?? 0) }
            .compactMap(\.request)
        for request in late { _ = abandon(request) }
        return late
    }

    /// Everything that waits, in the order in which it was sent, as the connection ends.
    mutating func removeAll() -> [RequestID] {
        defer { self = StreamTable() }
        return streams.keys.sorted { $0.number < $1.number }
    }
}
