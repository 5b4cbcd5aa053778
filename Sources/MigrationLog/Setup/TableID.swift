import FoundationEssentials

/// Ids of the tool's own tables that every runner computes alike.
///
/// Before 6.0 each node that is asked at the same time for a table invents an id of its own: 3.11 never agrees again, and
/// 4.1 and 5.0 throw all but one away with what was written under them. An id in the statement keeps them
/// together. It depends on the keyspace too, because a server refuses an id that another keyspace's table has.
enum TableID {
    /// The id of a table: FNV-1a (128 bits) over its name, as a UUID of version 8 (RFC 9562 §5.8).
    static func derived(keyspace: String, table: String) -> UUID {
        // Offset and prime of the 128-bit FNV-1a; the multiplication wraps by its definition.
        var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
        let prime: UInt128 = 0x0000_0000_0100_0000_0000_0000_0000_013b
        for byte in Array("cqlmig".utf8) + [0] + Array(keyspace.utf8) + [0] + Array(table.utf8) {
            hash = (hash ^ UInt128(byte)) &* prime
        }
        hash = hash & ~(0xf << 76) | 0x8 << 76
        hash = hash & ~(0x3 << 62) | 0x2 << 62
        let bytes = (0..<16).map { UInt8(truncatingIfNeeded: hash >> (120 - 8 * UInt128($0))) }
        return UUID(
            uuid: (
                bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5], bytes[6], bytes[7], bytes[8], bytes[9],
                bytes[10], bytes[11], bytes[12], bytes[13], bytes[14], bytes[15]
            ))
    }
}
