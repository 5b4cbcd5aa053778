import CQLWire

/// An answer to bytes that are no request that could be looked at any further.
struct Refusal: Hashable, Sendable {
    let error: ServerError
    let stream: Int16
    var version = ProtocolVersion.v4
    /// Whether nothing can be made of what follows, so that the connection ends.
    let isFinal: Bool

    /// The frame of the answer.
    func frame() throws(WireError) -> RawFrame {
        try ResponseEnvelope(.error(error)).frame(stream: stream, version: version)
    }
}
