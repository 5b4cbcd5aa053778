/// Eight bytes of a text in one number, the first of them in its lowest bits, so that one step tells of all of them.
///
/// Each test puts its answer into the highest bit of a byte. None of the sums carries into the byte above, because the
/// bits that are added to are seven at most.
struct EightBytes {
    private let bytes: UInt64

    private static let highBits: UInt64 = 0x8080_8080_8080_8080
    private static let ones: UInt64 = 0x0101_0101_0101_0101

    /// The bytes from an offset on; nil where there are fewer than eight.
    @inline(__always)
    init?(_ text: Swift.Span<UInt8>, at offset: Int) {
        guard offset >= 0, text.count - offset >= 8 else { return nil }
        // In bounds by the line above, and any eight bytes are a number.
        bytes = unsafe UInt64(
            littleEndian: text.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// Whether all of them are ASCII, and none is NUL.
    @inline(__always)
    var isPlainASCII: Bool { (bytes | (bytes &- Self.ones)) & Self.highBits == 0 }

    /// How many of them, from the first, belong to a word: letters, digits and underscores.
    @inline(__always)
    var wordLength: Int {
        let low = bytes & ~Self.highBits
        let letters = Self.inRange(low | 0x20 &* Self.ones, UInt8(ascii: "a"), UInt8(ascii: "z"))
        let digits = Self.inRange(low, UInt8(ascii: "0"), UInt8(ascii: "9"))
        let others = (low ^ UInt64(UInt8(ascii: "_")) &* Self.ones) &+ 0x7F &* Self.ones
        let isWord = (letters | digits | ~others) & ~bytes & Self.highBits
        return (isWord ^ Self.highBits).trailingZeroBitCount / 8
    }

    /// The first `count` of them, the last in the lowest bits, each with the bit set that tells small letters from
    /// capitals.
    @inline(__always)
    func key(ofFirst count: Int) -> UInt64 {
        // A shift by 64 and more gives 0.
        (bytes | 0x20 &* Self.ones).byteSwapped >> UInt64(64 - 8 * count)
    }

    @inline(__always)
    private static func inRange(_ low: UInt64, _ first: UInt8, _ last: UInt8) -> UInt64 {
        let reached = low &+ UInt64(0x80 - first) &* ones
        let passed = low &+ UInt64(0x7F - last) &* ones
        return reached & ~passed
    }
}
