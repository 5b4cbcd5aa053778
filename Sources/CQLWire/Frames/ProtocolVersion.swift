/// The version of the native protocol that a frame is written in: the lower seven bits of its first byte.
///
/// Any number can be held, because the answer to an unsupported version comes in a version of the server's choosing.
/// Messages are encoded and decoded in ``v4``; ERROR is read in every version.
public struct ProtocolVersion: RawRepresentable, Hashable, Sendable {
    /// The number; 7 bits.
    public let rawValue: UInt8

    /// Creates a version from its number, without the bit for the direction.
    public init(rawValue: UInt8) {
        self.rawValue = rawValue & 0x7f
    }

    /// Cassandra 2.1 and later.
    public static let v3 = ProtocolVersion(rawValue: 3)
    /// Cassandra 2.2 and later, ScyllaDB, and every cloud service; what this module speaks.
    public static let v4 = ProtocolVersion(rawValue: 4)
    /// Cassandra 4.0 and later.
    public static let v5 = ProtocolVersion(rawValue: 5)
}

extension ProtocolVersion: Comparable, CustomStringConvertible {
    /// Orders versions by their number.
    public static func < (left: ProtocolVersion, right: ProtocolVersion) -> Bool {
        left.rawValue < right.rawValue
    }

    /// The version as SUPPORTED lists it: `v4`.
    public var description: String { "v\(rawValue)" }
}
