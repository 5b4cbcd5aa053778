import CQLWire

/// The bytes of values that consist of others, taken apart and put together.
enum ValueParts {
    /// The elements of a list or a set, or with groups of two the keys and values of a map; nil if the bytes are none.
    static func counted(_ bytes: ArraySlice<UInt8>, groupsOf size: Int = 1) -> [ArraySlice<UInt8>?]? {
        var reader = ByteReader(bytes)
        guard let count = try? reader.readInt("the number of elements"), count >= 0 else { return nil }
        let (total, overflow) = Int(count).multipliedReportingOverflow(by: size)
        guard !overflow, total <= reader.remaining / 4 else { return nil }
        var parts: [ArraySlice<UInt8>?] = []
        parts.reserveCapacity(total)
        for _ in 0..<total {
            guard let part = nextPart(&reader) else { return nil }
            parts.append(part.bytes)
        }
        return parts
    }

    /// The components of a tuple or of a value of a user-defined type; there may be fewer than the type has.
    static func components(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>?]? {
        var reader = ByteReader(bytes)
        var parts: [ArraySlice<UInt8>?] = []
        while reader.remaining > 0 {
            guard let part = nextPart(&reader) else { return nil }
            parts.append(part.bytes)
        }
        return parts
    }

    /// A list, a set or a map of its elements.
    static func joinCounted(_ parts: [[UInt8]], groupsOf size: Int = 1) -> [UInt8] {
        var writer = ByteWriter()
        writer.writeInteger(Int32(truncatingIfNeeded: parts.count / size))
        for part in parts { write(part, into: &writer) }
        return writer.bytes
    }

    /// A tuple or a value of a user-defined type of its components.
    static func joinComponents(_ parts: [[UInt8]?]) -> [UInt8] {
        var writer = ByteWriter()
        for part in parts { write(part, into: &writer) }
        return writer.bytes
    }

    private static func nextPart(_ reader: inout ByteReader) -> (bytes: ArraySlice<UInt8>?, Void)? {
        guard let length = try? reader.readInt("the length of an element") else { return nil }
        guard length >= 0 else { return (nil, ()) }
        guard let bytes = try? reader.take(Int(length), "an element") else { return nil }
        return (bytes, ())
    }

    private static func write(_ part: [UInt8]?, into writer: inout ByteWriter) {
        guard let part else {
            writer.writeInteger(Int32(-1))
            return
        }
        writer.writeInteger(Int32(truncatingIfNeeded: part.count))
        writer.write(part)
    }
}
