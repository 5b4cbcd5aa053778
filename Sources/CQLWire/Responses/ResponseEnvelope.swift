public import FoundationEssentials

/// A response with the prefixes of its body (native_protocol_v4.spec §2.2).
public struct ResponseEnvelope: Hashable, Sendable {
    /// The message.
    public var message: Response
    /// The id of the trace, if the request asked for one.
    public var tracingID: UUID?
    /// What the server warns about; an ERROR can have warnings too.
    public var warnings: [String]
    /// Bytes from a custom query handler of the server.
    public var customPayload: [String: [UInt8]?]

    /// Creates a response; warnings and payload are sent unless empty.
    public init(
        _ message: Response,
        tracingID: UUID? = nil,
        warnings: [String] = [],
        customPayload: [String: [UInt8]?] = [:]
    ) {
        self.message = message
        self.tracingID = tracingID
        self.warnings = warnings
        self.customPayload = customPayload
    }

    /// Encodes the response as a frame.
    ///
    /// - Parameters:
    ///   - stream: The stream of the request; -1 for an event.
    ///   - version: The version in the header. Other than ``ProtocolVersion/v4`` only for an ERROR without details,
    ///     which is how a server refuses a version.
    public func frame(stream: Int16, version: ProtocolVersion = .v4) throws(WireError) -> RawFrame {
        do {
            var writer = ByteWriter()
            var flags: FrameFlags = []
            if let tracingID {
                flags.insert(.tracing)
                writer.writeUUID(tracingID)
            }
            if !warnings.isEmpty {
                flags.insert(.warnings)
                try writer.writeStringList(warnings, "the warnings")
            }
            if !customPayload.isEmpty {
                flags.insert(.customPayload)
                try writer.writeBytesMap(customPayload, "the custom payload")
            }
            try message.encode(into: &writer)
            try checkVersion(version)
            return try RawFrame(.response, version, flags, stream, message.opcode, writer.bytes)
        } catch {
            throw error.inFrame(opcode: message.opcode, stream: stream)
        }
    }

    private func checkVersion(_ version: ProtocolVersion) throws(WireError) {
        if version == .v4 { return }
        if case .error(let error) = message, error.details == .none { return }
        throw .unencodable("the protocol version", needed: "v4, or an ERROR without details", had: "\(version)")
    }

    /// Decodes a response of version 4, or an ERROR of any version.
    public init(_ frame: RawFrame) throws(WireError) {
        do {
            let header = frame.header
            try header.check(.response)
            var reader = ByteReader(frame.body)
            self.init(.ready)
            if header.flags.contains(.tracing) { tracingID = try reader.readUUID("the tracing id") }
            if header.flags.contains(.warnings) { warnings = try reader.readStringList("the warnings") }
            if header.flags.contains(.customPayload) {
                customPayload = try reader.readBytesMap("the custom payload")
            }
            message = try Response(opcode: header.opcode, version: header.version, from: &reader)
        } catch {
            throw error.inFrame(opcode: frame.header.opcode, stream: frame.header.stream)
        }
    }
}
