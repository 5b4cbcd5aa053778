/// The place of a partition on the ring (`Murmur3Partitioner`).
enum PartitionToken {
    /// The token of a partition key; that of an empty key is the smallest of all.
    static func token(of key: [UInt8]) -> Int64 {
        guard !key.isEmpty else { return .min }
        let hash = firstHalf(of: key)
        return hash == .min ? .max : hash
    }

    /// The bytes of a partition key: of one component those of its value, of several each with length and an end mark.
    static func key(_ components: [[UInt8]]) -> [UInt8] {
        if components.count == 1 { return components[0] }
        var key: [UInt8] = []
        for component in components {
            key.append(UInt8(truncatingIfNeeded: component.count >> 8))
            key.append(UInt8(truncatingIfNeeded: component.count))
            key += component
            key.append(0)
        }
        return key
    }

    /// The first 64 bits of MurmurHash3 x64 128 with the signed bytes that Cassandra's version of it has in its tail.
    private static func firstHalf(of data: [UInt8]) -> Int64 {
        let c1: UInt64 = 0x87c3_7b91_1142_53d5
        let c2: UInt64 = 0x4cf5_ad43_2745_937f
        var h1: UInt64 = 0
        var h2: UInt64 = 0
        let blocks = data.count / 16
        for block in 0..<blocks {
            var k1 = littleEndian(data, at: block * 16)
            var k2 = littleEndian(data, at: block * 16 + 8)
            k1 = rotate(k1 &* c1, 31) &* c2
            h1 ^= k1
            h1 = (rotate(h1, 27) &+ h2) &* 5 &+ 0x52dc_e729
            k2 = rotate(k2 &* c2, 33) &* c1
            h2 ^= k2
            h2 = (rotate(h2, 31) &+ h1) &* 5 &+ 0x3849_5ab5
        }
        var k1: UInt64 = 0
        var k2: UInt64 = 0
        let tail = data[(blocks * 16)...]
        for (index, byte) in tail.enumerated() {
            let signed = UInt64(bitPattern: Int64(Int8(bitPattern: byte)))
            if index < 8 { k1 ^= signed << UInt64(8 * index) } else { k2 ^= signed << UInt64(8 * (index - 8)) }
        }
        if tail.count > 8 { h2 ^= rotate(k2 &* c2, 33) &* c1 }
        if !tail.isEmpty { h1 ^= rotate(k1 &* c1, 31) &* c2 }
        h1 ^= UInt64(data.count)
        h2 ^= UInt64(data.count)
        h1 = h1 &+ h2
        h2 = h2 &+ h1
        h1 = mixed(h1)
        h2 = mixed(h2)
        return Int64(bitPattern: h1 &+ h2)
    }

    private static func littleEndian(_ data: [UInt8], at start: Int) -> UInt64 {
        (0..<8).reduce(0) { $0 | UInt64(data[start + $1]) << UInt64(8 * $1) }
    }

    private static func rotate(_ value: UInt64, _ bits: UInt64) -> UInt64 {
        value << bits | value >> (64 - bits)
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var value = value
        value ^= value >> 33
        value = value &* 0xff51_afd7_ed55_8ccd
        value ^= value >> 33
        value = value &* 0xc4ce_b9fe_1a85_ec53
        return value ^ value >> 33
    }
}
