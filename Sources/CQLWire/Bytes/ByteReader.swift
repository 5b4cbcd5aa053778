/// A cursor over received bytes that checks every length before it uses it.
///
/// The reader never copies its input: what it hands out are slices. Every method takes the name of the field that it
/// reads, for the error. After an error the position is unspecified.
public struct ByteReader: Sendable {
    private let bytes: ArraySlice<UInt8>

    /// The index, in the array that the bytes came from, of the next byte.
    public private(set) var position: Int

    /// Creates a reader of a whole array.
    public init(_ bytes: [UInt8]) {
        self.init(bytes[...])
    }

    /// Creates a reader of a part of an array; positions in errors count from the start of that array.
    public init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        self.position = bytes.startIndex
    }

    /// How many bytes have not been read.
    public var remaining: Int { bytes.endIndex - position }

    /// The bytes that have not been read, without reading them.
    public var rest: ArraySlice<UInt8> { bytes[position...] }

    /// Takes the next `count` bytes.
    public mutating func take(_ count: Int, _ field: String) throws(WireError) -> ArraySlice<UInt8> {
        guard count >= 0 else {
            throw .malformed(field, needed: "a length of 0 or more", had: "\(count)", at: position)
        }
        guard count <= remaining else {
            throw .truncated(field, needed: count, had: remaining, at: position)
        }
        defer { position += count }
        return bytes[position..<(position + count)]
    }

    /// Takes all bytes that are left.
    public mutating func takeRest() -> ArraySlice<UInt8> {
        defer { position = bytes.endIndex }
        return rest
    }

    /// Reads a big-endian integer of the width of `type`.
    public mutating func readInteger<Integer: FixedWidthInteger>(
        _ type: Integer.Type,
        _ field: String
    ) throws(WireError) -> Integer {
        let size = Integer.bitWidth / 8
        guard size <= remaining else {
            throw .truncated(field, needed: size, had: remaining, at: position)
        }
        var value: Integer = 0
        for index in position..<(position + size) {
            value = value << 8 | Integer(truncatingIfNeeded: bytes[index])
        }
        position += size
        return value
    }

    /// Checks that nothing is left to read.
    ///
    /// - Parameter field: What ended, for the error.
    public func finish(_ field: String) throws(WireError) {
        guard remaining == 0 else {
            throw WireError(
                .leftover,
                field: "the end of \(field)",
                needed: "no more bytes",
                had: "\(WireError.bytes(remaining)) left over",
                position: position
            )
        }
    }

    /// Checks a count that the peer announced against the bytes that are there, before anything is allocated for it.
    ///
    /// - Parameter minimumSize: The least number of bytes that one of the counted things takes; at least 1.
    func checkCount(_ count: Int, minimumSize: Int, _ field: String) throws(WireError) {
        guard count >= 0 else {
            throw .malformed(field, needed: "a count of 0 or more", had: "\(count)", at: position)
        }
        guard count <= remaining / minimumSize else {
            throw WireError(
                .truncated,
                field: field,
                needed: "at least \(minimumSize) bytes for each of the \(count) announced",
                had: WireError.bytes(remaining),
                position: position
            )
        }
    }
}
