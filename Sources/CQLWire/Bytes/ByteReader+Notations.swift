public import FoundationEssentials

/// The notations of native_protocol_v4.spec §3.
extension ByteReader {
    /// Reads a [byte].
    public mutating func readByte(_ field: String) throws(WireError) -> UInt8 {
        try readInteger(UInt8.self, field)
    }

    /// Reads a [short], which is unsigned.
    public mutating func readShort(_ field: String) throws(WireError) -> UInt16 {
        try readInteger(UInt16.self, field)
    }

    /// Reads an [int].
    public mutating func readInt(_ field: String) throws(WireError) -> Int32 {
        try readInteger(Int32.self, field)
    }

    /// Reads a [long].
    public mutating func readLong(_ field: String) throws(WireError) -> Int64 {
        try readInteger(Int64.self, field)
    }

    /// Reads a [uuid].
    public mutating func readUUID(_ field: String) throws(WireError) -> UUID {
        UUID(wireBytes: try take(16, field))
    }

    /// Reads a [string].
    public mutating func readString(_ field: String) throws(WireError) -> String {
        let count = Int(try readShort(field))
        return try readUTF8(count, field)
    }

    /// Reads a [long string].
    public mutating func readLongString(_ field: String) throws(WireError) -> String {
        let count = Int(try readInt(field))
        return try readUTF8(count, field)
    }

    /// Reads `count` bytes that have to be UTF-8.
    mutating func readUTF8(_ count: Int, _ field: String) throws(WireError) -> String {
        let start = position
        let slice = try take(count, field)
        guard let text = String(validating: slice, as: UTF8.self) else {
            throw .malformed(field, needed: "text in UTF-8", had: "other bytes", at: start)
        }
        return text
    }

    /// Reads [bytes]; a negative length is null.
    public mutating func readBytes(_ field: String) throws(WireError) -> ArraySlice<UInt8>? {
        let count = Int(try readInt(field))
        return count < 0 ? nil : try take(count, field)
    }

    /// Reads a [value]: null has the length -1, "not set" the length -2, anything below is an error.
    public mutating func readValue(_ field: String) throws(WireError) -> BoundValue {
        let start = position
        let count = Int(try readInt(field))
        switch count {
        case -1: return .null
        case -2: return .unset
        case ..<(-2):
            throw .malformed(field, needed: "a length of -2 (not set), -1 (null) or more", had: "\(count)", at: start)
        default: return .bytes(Array(try take(count, field)))
        }
    }

    /// Reads [short bytes].
    public mutating func readShortBytes(_ field: String) throws(WireError) -> ArraySlice<UInt8> {
        try take(Int(try readShort(field)), field)
    }

    /// Reads an [inetaddr].
    public mutating func readInetAddress(_ field: String) throws(WireError) -> InetAddress {
        let start = position
        let size = try readByte(field)
        guard size == 4 || size == 16 else {
            throw .malformed(field, needed: "an address of 4 or 16 bytes", had: "\(size)", at: start)
        }
        let slice = try take(Int(size), field)
        guard let address = InetAddress(bytes: slice) else {
            throw .malformed(field, needed: "an address of 4 or 16 bytes", had: "\(slice.count)", at: start)
        }
        return address
    }

    /// Reads an [inet].
    public mutating func readInet(_ field: String) throws(WireError) -> InetEndpoint {
        let address = try readInetAddress(field)
        let start = position
        let port = try readInt(field)
        guard let short = UInt16(exactly: port) else {
            throw .malformed(field, needed: "a port from 0 to 65535", had: "\(port)", at: start)
        }
        return InetEndpoint(address: address, port: short)
    }

    /// Reads a [consistency] of any number.
    public mutating func readConsistency(_ field: String) throws(WireError) -> Consistency {
        Consistency(rawValue: try readShort(field))
    }

    /// Reads a [consistency] of a request, which has to be a level of the specification.
    mutating func readRequestedConsistency(_ field: String) throws(WireError) -> Consistency {
        let start = position
        let consistency = try readConsistency(field)
        guard Consistency.allCases.contains(consistency) else {
            throw .malformed(
                field,
                needed: "a consistency level from 0 to 10",
                had: "\(consistency.rawValue)",
                at: start
            )
        }
        return consistency
    }
}
