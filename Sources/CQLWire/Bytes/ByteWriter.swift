/// Collects the bytes of a message.
///
/// Methods that can meet something too large for its length field throw ``WireError/Kind/unencodable``.
public struct ByteWriter: Sendable {
    /// What has been written.
    public private(set) var bytes: [UInt8] = []

    /// Creates an empty writer.
    public init() {}

    /// Appends bytes as they are.
    public mutating func write(_ raw: some Sequence<UInt8>) {
        bytes.append(contentsOf: raw)
    }

    /// Appends a big-endian integer.
    public mutating func writeInteger(_ value: some FixedWidthInteger) {
        var shift = value.bitWidth
        while shift > 0 {
            shift -= 8
            bytes.append(UInt8(truncatingIfNeeded: value >> shift))
        }
    }

    /// The place of a length that is not known yet.
    struct LengthMark: Sendable {
        fileprivate let position: Int
    }

    /// Leaves room for the [int] length of what is written next.
    mutating func beginLength() -> LengthMark {
        defer { writeInteger(Int32(0)) }
        return LengthMark(position: bytes.count)
    }

    /// Fills in the length of everything written since `mark` was made.
    mutating func endLength(_ mark: LengthMark, _ field: String) throws(WireError) {
        let count = bytes.count - mark.position - 4
        guard let length = Int32(exactly: count) else {
            throw .unencodable(field, needed: "at most 2147483647 bytes", had: "\(count)")
        }
        for offset in 0..<4 {
            bytes[mark.position + offset] = UInt8(truncatingIfNeeded: length >> Int32(24 - 8 * offset))
        }
    }
}
