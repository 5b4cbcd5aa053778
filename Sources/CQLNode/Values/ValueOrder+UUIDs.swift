extension ValueOrder {
    /// UUIDs by version first, those of version 1 then by time (`UUIDType.compareCustom`).
    static func compareUUIDs(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
        guard left.count == 16, right.count == 16 else { return compareBytes(left, right) }
        let leftVersion = left[left.startIndex + 6] >> 4
        let rightVersion = right[right.startIndex + 6] >> 4
        if leftVersion != rightVersion { return order(leftVersion, rightVersion) }
        if leftVersion == 1 {
            let byTime = order(timestamp(left), timestamp(right))
            if byTime != 0 { return byTime }
        }
        return compareBytes(left, right)
    }

    /// UUIDs of version 1 by time, then by the signed bytes of the rest (`TimeUUIDType.compareCustom`).
    static func compareTimeUUIDs(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
        guard left.count == 16, right.count == 16 else { return compareBytes(left, right) }
        let byTime = order(timestamp(left), timestamp(right))
        if byTime != 0 { return byTime }
        let leftRest = left.suffix(8).map { $0 ^ 0x80 }
        let rightRest = right.suffix(8).map { $0 ^ 0x80 }
        return compareBytes(leftRest[...], rightRest[...])
    }

    /// The 100 nanoseconds since 1582 that a UUID of version 1 holds.
    static func timestamp(_ uuid: ArraySlice<UInt8>) -> UInt64 {
        let bytes = Array(uuid)
        guard bytes.count == 16 else { return 0 }
        let low = bytes[0..<4].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let middle = bytes[4..<6].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let high = bytes[6..<8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) } & 0x0fff
        return high << 48 | middle << 32 | low
    }
}
