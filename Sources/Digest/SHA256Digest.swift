/// The 32 bytes of a SHA-256.
public struct SHA256Digest: Hashable, Sendable, CustomStringConvertible {
    /// The number of bytes of a SHA-256.
    public static let byteCount = 32

    /// The bytes, always ``byteCount`` of them.
    public let bytes: [UInt8]

    /// Only a finished computation makes one, which is what keeps the count right.
    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The bytes as 64 lower-case hexadecimal digits.
    public var hex: String { hexadecimal(bytes) }

    /// The same as ``hex``.
    public var description: String { hex }
}
