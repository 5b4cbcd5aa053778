/// The flags of a frame header (native_protocol_v4.spec §2.2).
public struct FrameFlags: OptionSet, Hashable, Sendable {
    /// The bits on the wire; bits without a name here are kept.
    public let rawValue: UInt8

    /// Creates a set of flags from its bits.
    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// The body is compressed.
    public static let compressed = FrameFlags(rawValue: 0x01)
    /// A request is to be traced; the body of a response begins with the id of its trace.
    public static let tracing = FrameFlags(rawValue: 0x02)
    /// The body holds a custom payload in front of the message.
    public static let customPayload = FrameFlags(rawValue: 0x04)
    /// The body of a response holds warnings in front of the message.
    public static let warnings = FrameFlags(rawValue: 0x08)
    /// The client accepts a version of the protocol that is still in development.
    public static let useBeta = FrameFlags(rawValue: 0x10)
}
