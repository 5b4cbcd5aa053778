/// A frame whose body has not been looked at: what travels between two peers.
public struct RawFrame: Hashable, Sendable {
    /// The header.
    ///
    /// Its body length is that of ``body`` in every frame made by this module.
    public var header: FrameHeader
    /// The body, with the prefixes that the flags announce.
    public var body: [UInt8]

    /// Creates a frame.
    public init(header: FrameHeader, body: [UInt8]) {
        self.header = header
        self.body = body
    }

    /// The bytes of the frame.
    public var bytes: [UInt8] {
        var writer = ByteWriter()
        encode(into: &writer)
        return writer.bytes
    }

    /// Writes the frame.
    public func encode(into writer: inout ByteWriter) {
        header.encode(into: &writer)
        writer.write(body)
    }
}
