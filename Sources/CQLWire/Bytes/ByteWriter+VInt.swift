/// The variable-length integers of native_protocol_v5.spec §3, which durations and vectors use in v4 too.
extension ByteWriter {
    /// Writes an [unsigned vint] in as few bytes as possible.
    public mutating func writeUnsignedVInt(_ value: UInt64) {
        // A vint of n bytes, n < 9, holds 7n bits.
        let bits = UInt64.bitWidth - value.leadingZeroBitCount
        let size = bits > 56 ? 9 : max(1, (bits + 6) / 7)
        let extra = size - 1
        let prefix = extra == 8 ? UInt8(0xff) : ~(UInt8(0xff) >> UInt8(extra))
        let top = extra == 8 ? UInt8(0) : UInt8(truncatingIfNeeded: value >> UInt64(8 * extra))
        writeByte(prefix | top)
        for index in (0..<extra).reversed() {
            writeByte(UInt8(truncatingIfNeeded: value >> UInt64(8 * index)))
        }
    }

    /// Writes a [vint], zigzag encoded.
    public mutating func writeVInt(_ value: Int64) {
        writeUnsignedVInt(UInt64(bitPattern: value << 1 ^ value >> 63))
    }
}
