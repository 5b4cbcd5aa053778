extension FrameHeader {
    /// Checks what has to hold before a body can be read as a message.
    ///
    /// ERROR is accepted in every version from 3 on, because a server refuses a version in its own one; the code and
    /// the text, and most details, have the same form in all of them.
    func check(_ wanted: FrameDirection) throws(WireError) {
        guard direction == wanted else {
            throw .malformed(
                "the version of the frame header",
                needed: wanted == .request ? "a request" : "a response",
                had: wanted == .request ? "a response" : "a request"
            )
        }
        guard version == .v4 || opcode == .error else {
            throw WireError(
                .unsupported,
                field: "the version of the frame header",
                needed: "protocol version v4",
                had: "\(version)"
            )
        }
        guard !flags.contains(.compressed) else {
            throw WireError(
                .unsupported,
                field: "the flags of the frame header",
                needed: "an uncompressed body, since no compression was negotiated",
                had: "the flag for a compressed body"
            )
        }
    }
}

extension RawFrame {
    /// Creates a frame around a body, whose length has to fit the protocol.
    init(
        _ direction: FrameDirection,
        _ version: ProtocolVersion,
        _ flags: FrameFlags,
        _ stream: Int16,
        _ opcode: Opcode,
        _ body: [UInt8]
    ) throws(WireError) {
        guard body.count <= FrameDecoder.protocolMaximumBodyLength, let length = Int32(exactly: body.count) else {
            throw .unencodable(
                "the body",
                needed: "at most \(FrameDecoder.protocolMaximumBodyLength) bytes",
                had: "\(body.count)"
            )
        }
        let header = FrameHeader(
            version: version,
            direction: direction,
            flags: flags,
            stream: stream,
            opcode: opcode,
            bodyLength: length
        )
        self.init(header: header, body: body)
    }
}
