/// A request with what its frame says besides the message.
public struct RequestEnvelope: Hashable, Sendable {
    /// The message.
    public var message: Request
    /// Whether the server is to trace the request.
    public var tracing: Bool
    /// Bytes for a custom query handler of the server; sent unless empty.
    public var customPayload: [String: [UInt8]?]

    /// Creates a request.
    public init(_ message: Request, tracing: Bool = false, customPayload: [String: [UInt8]?] = [:]) {
        self.message = message
        self.tracing = tracing
        self.customPayload = customPayload
    }

    /// Encodes the request as a frame of version 4.
    ///
    /// - Parameter stream: The client's number for it, 0 to 32,767.
    public func frame(stream: Int16) throws(WireError) -> RawFrame {
        do {
            var writer = ByteWriter()
            var flags: FrameFlags = []
            if tracing { flags.insert(.tracing) }
            if !customPayload.isEmpty {
                flags.insert(.customPayload)
                try writer.writeBytesMap(customPayload, "the custom payload")
            }
            try message.encode(into: &writer)
            return try RawFrame(.request, .v4, flags, stream, message.opcode, writer.bytes)
        } catch {
            throw error.inFrame(opcode: message.opcode, stream: stream)
        }
    }

    /// Decodes a request of version 4.
    public init(_ frame: RawFrame) throws(WireError) {
        do {
            let header = frame.header
            try header.check(.request)
            var reader = ByteReader(frame.body)
            self.init(.options, tracing: header.flags.contains(.tracing))
            if header.flags.contains(.customPayload) {
                customPayload = try reader.readBytesMap("the custom payload")
            }
            message = try Request(opcode: header.opcode, from: &reader)
        } catch {
            throw error.inFrame(opcode: frame.header.opcode, stream: frame.header.stream)
        }
    }
}
