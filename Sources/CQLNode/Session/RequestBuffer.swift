import CQLWire

/// Cuts what a client sends into frames, and refuses what is none as the server does (`Envelope.Decoder`).
///
/// A header is judged as soon as it is there: a client that speaks another version, or no CQL at all, gets its answer
/// without having to send the body that its bytes happen to announce. Memory follows the bytes received; the body of a
/// frame that is too long is counted and not kept.
struct RequestBuffer: Sendable {
    enum Item: Hashable {
        case frame(RawFrame)
        case refusal(Refusal)
    }

    private let profile: ReleaseProfile
    private var bytes: [UInt8] = []
    private var start = 0
    private var discarding: (count: Int, refusal: Refusal)?
    private var hasEnded = false

    init(_ profile: ReleaseProfile) { self.profile = profile }

    /// How many bytes wait for more.
    var count: Int { bytes.count - start }

    mutating func append(_ received: [UInt8]) {
        guard !hasEnded else { return }
        var received = received[...]
        if let (count, refusal) = discarding, !received.isEmpty {
            let dropped = min(count, received.count)
            received = received.dropFirst(dropped)
            discarding = (count - dropped, refusal)
        }
        if start > 0, start >= bytes.count / 2 {
            bytes.removeFirst(start)
            start = 0
        }
        bytes.append(contentsOf: received)
    }

    /// The next frame, or what is said to bytes that are none; nil until more bytes come.
    mutating func next() -> Item? {
        if let (count, refusal) = discarding {
            guard count == 0 else { return nil }
            discarding = nil
            return .refusal(refusal)
        }
        guard !hasEnded, let first = bytes[start...].first else { return nil }
        let (version, direction) = FrameHeader.parse(firstByte: first)
        guard count >= FrameHeader.size(of: version) || (version < .v3 && count >= 1) else { return nil }
        guard version == .v4 else { return end(versionRefusal(version)) }
        var reader = ByteReader(bytes[start..<(start + 9)])
        guard let header = try? FrameHeader(from: &reader) else { return nil }
        if let error = opcodeError(header, direction) {
            return end(Refusal(error: error, stream: header.stream, isFinal: true))
        }
        let total = Int(UInt32(bitPattern: header.bodyLength)) + 9
        guard total <= profile.maximumFrameLength else {
            discard(total, header)
            return next()
        }
        guard count >= total else { return nil }
        let body = Array(bytes[(start + 9)..<(start + total)])
        drop(total)
        return .frame(RawFrame(header: header, body: body))
    }

    private mutating func drop(_ dropped: Int) {
        start += dropped
        if start == bytes.count {
            bytes.removeAll(keepingCapacity: bytes.capacity <= 64 * 1024)
            start = 0
        }
    }

    private mutating func discard(_ total: Int, _ header: FrameHeader) {
        let message =
            "Request is too big: length \(total) exceeds maximum allowed length \(profile.maximumFrameLength)."
        let refusal = Refusal(error: ServerError(.invalid, message), stream: header.stream, isFinal: false)
        let here = min(total, count)
        drop(here)
        discarding = (total - here, refusal)
    }

    private mutating func end(_ refusal: Refusal) -> Item {
        hasEnded = true
        bytes = []
        start = 0
        return .refusal(refusal)
    }

    private func versionRefusal(_ version: ProtocolVersion) -> Refusal {
        let error = ServerError(
            .protocolError,
            "Invalid or unsupported protocol version (\(version.rawValue)); supported versions are "
                + "(\(ReleaseProfile.protocolVersion))")
        // Versions 1 and 2 are answered in themselves, so that the oldest drivers understand the refusal
        // (CASSANDRA-11464).
        if version == ProtocolVersion(rawValue: 1) || version == ProtocolVersion(rawValue: 2) {
            return Refusal(error: error, stream: 0, version: version, isFinal: true)
        }
        let stream =
            profile.refusesOnRequestStream && count >= 4
            ? Int16(bitPattern: UInt16(bytes[start + 2]) << 8 | UInt16(bytes[start + 3])) : 0
        return Refusal(error: error, stream: stream, isFinal: true)
    }

    private func opcodeError(_ header: FrameHeader, _ direction: FrameDirection) -> ServerError? {
        let number = Int(header.opcode.rawValue)
        guard number <= 0x10, number != 0x04 || direction == .request else {
            return ServerError(.protocolError, "Unknown opcode \(number)")
        }
        let isResponse: [Opcode] = [
            .error, .ready, .authenticate, .supported, .result, .event, .authChallenge, .authSuccess,
        ]
        let belongs: FrameDirection = isResponse.contains(header.opcode) ? .response : .request
        guard belongs != direction else { return nil }
        let (expected, got) = belongs == .request ? ("REQUEST", "RESPONSE") : ("RESPONSE", "REQUEST")
        return ServerError(
            .protocolError,
            "Wrong protocol direction (expected \(expected), got \(got)) for opcode \(number) (\(header.opcode))")
    }
}
