/// A digest of 128 bits that is the same in every process (FNV-1a); nothing that has to withstand an attacker.
struct StableDigest {
    private var state: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d

    init() {}

    /// The digest of a text.
    init(of text: String) {
        combine(text)
    }

    /// Adds a text and where it ends.
    mutating func combine(_ text: String) {
        for byte in text.utf8 { combine(byte) }
        combine(0xff)
    }

    /// Adds a number.
    mutating func combine(_ number: Int) {
        var rest = UInt64(bitPattern: Int64(number))
        for _ in 0..<8 {
            combine(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }

    private mutating func combine(_ byte: UInt8) {
        state = (state ^ UInt128(byte)) &* 0x0000_0000_0100_0000_0000_0000_0000_013b
    }

    /// The 16 bytes.
    var bytes: [UInt8] {
        (0..<16).map { UInt8(truncatingIfNeeded: state >> UInt128(8 * (15 - $0))) }
    }
}
