public import FoundationEssentials

/// The notations of native_protocol_v4.spec §3.
extension ByteWriter {
    /// Writes a [byte].
    public mutating func writeByte(_ value: UInt8) {
        writeInteger(value)
    }

    /// Writes a [short].
    public mutating func writeShort(_ value: UInt16) {
        writeInteger(value)
    }

    /// Writes an [int].
    public mutating func writeInt(_ value: Int32) {
        writeInteger(value)
    }

    /// Writes a [long].
    public mutating func writeLong(_ value: Int64) {
        writeInteger(value)
    }

    /// Writes a [uuid].
    public mutating func writeUUID(_ value: UUID) {
        write(value.wireBytes)
    }

    /// Writes a count as a [short].
    public mutating func writeShortCount(_ count: Int, _ field: String) throws(WireError) {
        guard let short = UInt16(exactly: count) else {
            throw .unencodable(field, needed: "at most 65535 elements or bytes", had: "\(count)")
        }
        writeShort(short)
    }

    /// Writes a count or a length as an [int].
    public mutating func writeIntCount(_ count: Int, _ field: String) throws(WireError) {
        guard let int = Int32(exactly: count) else {
            throw .unencodable(field, needed: "at most 2147483647 elements or bytes", had: "\(count)")
        }
        writeInt(int)
    }

    /// Writes a [string], which may have 65,535 bytes.
    public mutating func writeString(_ text: String, _ field: String) throws(WireError) {
        try writeShortCount(text.utf8.count, field)
        write(text.utf8)
    }

    /// Writes a [long string].
    public mutating func writeLongString(_ text: String, _ field: String) throws(WireError) {
        try writeIntCount(text.utf8.count, field)
        write(text.utf8)
    }

    /// Writes [bytes]; nil is null.
    public mutating func writeBytes(_ raw: (some Collection<UInt8>)?, _ field: String) throws(WireError) {
        guard let raw else {
            writeInt(-1)
            return
        }
        try writeIntCount(raw.count, field)
        write(raw)
    }

    /// Writes a [value].
    public mutating func writeValue(_ value: BoundValue, _ field: String) throws(WireError) {
        switch value {
        case .null: writeInt(-1)
        case .unset: writeInt(-2)
        case .bytes(let raw): try writeBytes(raw, field)
        }
    }

    /// Writes [short bytes].
    public mutating func writeShortBytes(_ raw: some Collection<UInt8>, _ field: String) throws(WireError) {
        try writeShortCount(raw.count, field)
        write(raw)
    }

    /// Writes an [inetaddr].
    public mutating func writeInetAddress(_ address: InetAddress) {
        let raw = address.bytes
        writeByte(UInt8(truncatingIfNeeded: raw.count))
        write(raw)
    }

    /// Writes an [inet].
    public mutating func writeInet(_ endpoint: InetEndpoint) {
        writeInetAddress(endpoint.address)
        writeInt(Int32(endpoint.port))
    }

    /// Writes a [consistency].
    public mutating func writeConsistency(_ consistency: Consistency) {
        writeShort(consistency.rawValue)
    }
}
