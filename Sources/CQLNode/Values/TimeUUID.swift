import CQLWire

/// UUIDs of version 1.
enum TimeUUID {
    /// The 100 nanoseconds from 1582-10-15 to 1970-01-01.
    private static let offset: UInt64 = 0x01b2_1dd2_1381_4000

    /// The least and the greatest second half that a UUID of version 1 is given for a time alone.
    static let minimumRest: UInt64 = 0x8080_8080_8080_8080
    static let maximumRest: UInt64 = 0x7f7f_7f7f_7f7f_7f7f

    /// A time in microseconds since 1970 as the 100 nanoseconds since 1582.
    static func ticks(microseconds: Int64) -> UInt64 {
        UInt64(bitPattern: microseconds &* 10) &+ offset
    }

    /// A time in milliseconds since 1970 as the 100 nanoseconds since 1582.
    static func ticks(milliseconds: Int64) -> UInt64 {
        UInt64(bitPattern: milliseconds &* 10_000) &+ offset
    }

    /// The milliseconds since 1970 of a UUID.
    static func milliseconds(of uuid: [UInt8]) -> Int64 {
        let ticks = Int64(bitPattern: ValueOrder.timestamp(uuid[...]) &- offset)
        return ticks >= 0 ? ticks / 10_000 : (ticks - 9_999) / 10_000
    }

    /// A UUID of its time and of its second half.
    static func bytes(ticks: UInt64, rest: UInt64) -> [UInt8] {
        var writer = ByteWriter()
        writer.writeInteger(UInt32(truncatingIfNeeded: ticks))
        writer.writeInteger(UInt16(truncatingIfNeeded: ticks >> 32))
        writer.writeInteger(UInt16(truncatingIfNeeded: ticks >> 48) & 0x0fff | 0x1000)
        writer.writeInteger(rest)
        return writer.bytes
    }
}
