import CQLWire

extension Response {
    /// The bytes of the message in a frame.
    func bytes(on stream: Int16 = 0, version: ProtocolVersion = .v4, warnings: [String] = []) throws -> [UInt8] {
        try ResponseEnvelope(self, warnings: warnings).frame(stream: stream, version: version).bytes
    }
}

extension Request {
    /// The bytes of the message in a frame.
    func bytes(on stream: Int16 = 0) throws -> [UInt8] {
        try RequestEnvelope(self).frame(stream: stream).bytes
    }

    /// A statement without values.
    static func query(_ cql: String) -> Request { .query(cql, QueryParameters(consistency: .one)) }
}
