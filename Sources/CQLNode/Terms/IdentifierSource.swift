import CQLWire

/// The clock of a statement, and where its unique identifiers come from.
struct IdentifierSource: Hashable, Sendable {
    /// The time, in microseconds since 1970.
    let now: Int64
    private var entropy: EntropySource
    private var ticks: UInt64 = 0

    /// Makes a source from a number nobody has used.
    init(now: Int64, entropy: UInt64) {
        self.now = now
        self.entropy = EntropySource(seed: entropy)
    }

    /// The second since 1970.
    var second: Int64 { now >= 0 ? now / 1_000_000 : (now - 999_999) / 1_000_000 }

    /// A UUID of version 4.
    mutating func randomUUID() -> [UInt8] {
        var writer = ByteWriter()
        writer.writeInteger(entropy.next() & 0xffff_ffff_ffff_0fff | 0x4000)
        writer.writeInteger(entropy.next() & 0x3fff_ffff_ffff_ffff | 0x8000_0000_0000_0000)
        return writer.bytes
    }

    /// A UUID of version 1 with the time, later than the one before it.
    mutating func timeUUID() -> [UInt8] {
        defer { ticks &+= 1 }
        // The highest bit of the node marks one that is no network card's.
        return TimeUUID.bytes(
            ticks: TimeUUID.ticks(microseconds: now) &+ ticks,
            rest: entropy.next() & 0x3fff_ffff_ffff_ffff | 0x8000_0100_0000_0000
        )
    }

    /// A UUID of version 1 whose time is as far before 2010 as the time is behind it, earlier than the one before it.
    mutating func mirroredTimeUUID() -> [UInt8] {
        defer { ticks &+= 1 }
        let reference = TimeUUID.ticks(milliseconds: 1_262_304_000_000)
        let time = TimeUUID.ticks(microseconds: now) &+ ticks
        return TimeUUID.bytes(
            ticks: reference &- (time &- reference),
            rest: entropy.next() & 0x3fff_ffff_ffff_ffff | 0x8000_0100_0000_0000
        )
    }

    /// The microsecond behind the last time given out.
    var end: Int64 { now &+ Int64(truncatingIfNeeded: ticks / 10) &+ 1 }
}
