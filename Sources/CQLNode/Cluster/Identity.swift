import FoundationEssentials

/// Identities that are the same in every cluster made of the same number.
enum Identity {
    /// A UUID of a version, made of some bytes.
    static func uuid(_ digest: StableDigest, version: UInt8) -> UUID {
        var bytes = digest.bytes
        bytes[6] = bytes[6] & 0x0f | version << 4
        bytes[8] = bytes[8] & 0x3f | 0x80
        return UUID(
            uuid: (
                bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5], bytes[6], bytes[7], bytes[8], bytes[9],
                bytes[10], bytes[11], bytes[12], bytes[13], bytes[14], bytes[15]
            ))
    }

    /// The host id of a node.
    static func host(_ number: Int, seed: UInt64) -> UUID {
        var digest = StableDigest(of: "host")
        digest.combine(Int(truncatingIfNeeded: seed))
        digest.combine(number)
        return uuid(digest, version: 4)
    }

    /// A UUID of version 1 for a moment in microseconds since 1970, with some bits that tell it from others of it.
    static func time(_ microseconds: Int64, salt: UInt64) -> UUID {
        // From 1582-10-15 to 1970-01-01, in units of 100 ns.
        let ticks = UInt64(bitPattern: microseconds &* 10 &+ 0x01b2_1dd2_1381_4000)
        var bytes: [UInt8] = []
        for shift in [24, 16, 8, 0, 40, 32, 56, 48] { bytes.append(UInt8(truncatingIfNeeded: ticks >> UInt64(shift))) }
        for shift in stride(from: 56, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: salt >> UInt64(shift)))
        }
        bytes[6] = bytes[6] & 0x0f | 0x10
        bytes[8] = bytes[8] & 0x3f | 0x80
        return UUID(
            uuid: (
                bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5], bytes[6], bytes[7], bytes[8], bytes[9],
                bytes[10], bytes[11], bytes[12], bytes[13], bytes[14], bytes[15]
            ))
    }
}
