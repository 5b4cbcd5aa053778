/// The variable-length integers of native_protocol_v5.spec §3, which durations and vectors use in v4 too.
extension ByteReader {
    /// Reads an [unsigned vint]: the leading one bits of the first byte tell how many bytes follow it.
    ///
    /// Like the server, this accepts encodings that are longer than necessary.
    public mutating func readUnsignedVInt(_ field: String) throws(WireError) -> UInt64 {
        let first = try readByte(field)
        let extra = (~first).leadingZeroBitCount
        var value = extra < 8 ? UInt64(first & (0xff >> UInt8(extra))) : 0
        for byte in try take(extra, field) {
            value = value << 8 | UInt64(byte)
        }
        return value
    }

    /// Reads a [vint], which is zigzag encoded.
    public mutating func readVInt(_ field: String) throws(WireError) -> Int64 {
        let encoded = try readUnsignedVInt(field)
        return Int64(bitPattern: encoded >> 1) ^ -Int64(bitPattern: encoded & 1)
    }
}
