/// The header of a frame (native_protocol_v4.spec §2): version and direction, flags, stream, opcode, length of the body.
///
/// It has 9 bytes from version 3 on. Versions 1 and 2, in which a server still answers a client that began with them,
/// have a stream id of one byte, and so 8.
public struct FrameHeader: Hashable, Sendable {
    /// The version in which the frame is written.
    public var version: ProtocolVersion
    /// Which side the frame comes from.
    public var direction: FrameDirection
    /// The flags.
    public var flags: FrameFlags
    /// The stream: the client's own number for a request and its response; -1 for an event.
    public var stream: Int16
    /// What the body holds.
    public var opcode: Opcode
    /// How many bytes the body has, as announced.
    ///
    /// A header that was parsed may hold a negative number.
    public var bodyLength: Int32

    /// Creates a header.
    public init(
        version: ProtocolVersion,
        direction: FrameDirection,
        flags: FrameFlags = [],
        stream: Int16,
        opcode: Opcode,
        bodyLength: Int32
    ) {
        self.version = version
        self.direction = direction
        self.flags = flags
        self.stream = stream
        self.opcode = opcode
        self.bodyLength = bodyLength
    }

    /// How many bytes the header of a frame of this version has.
    public static func size(of version: ProtocolVersion) -> Int {
        version < .v3 ? 8 : 9
    }

    /// Splits the first byte of a frame.
    public static func parse(firstByte: UInt8) -> (version: ProtocolVersion, direction: FrameDirection) {
        (ProtocolVersion(rawValue: firstByte), firstByte & 0x80 == 0 ? .request : .response)
    }

    /// Reads a header of any version.
    ///
    /// The length of the body is not judged here; see ``FrameDecoder``.
    public init(from reader: inout ByteReader) throws(WireError) {
        let (version, direction) = FrameHeader.parse(firstByte: try reader.readByte("the version of the frame header"))
        let flags = FrameFlags(rawValue: try reader.readByte("the flags of the frame header"))
        let stream =
            if version < .v3 {
                Int16(try reader.readInteger(Int8.self, "the stream id of the frame header"))
            } else {
                try reader.readInteger(Int16.self, "the stream id of the frame header")
            }
        self.init(
            version: version,
            direction: direction,
            flags: flags,
            stream: stream,
            opcode: Opcode(rawValue: try reader.readByte("the opcode of the frame header")),
            bodyLength: try reader.readInt("the body length of the frame header")
        )
    }

    /// Writes the header.
    public func encode(into writer: inout ByteWriter) {
        writer.writeByte(version.rawValue | (direction == .response ? 0x80 : 0))
        writer.writeByte(flags.rawValue)
        if version < .v3 {
            writer.writeInteger(Int8(truncatingIfNeeded: stream))
        } else {
            writer.writeInteger(stream)
        }
        writer.writeByte(opcode.rawValue)
        writer.writeInt(bodyLength)
    }
}
