extension BigInteger: LosslessStringConvertible {
    /// The largest power of ten in 64 bits, and its exponent.
    private static let chunk: UInt64 = 10_000_000_000_000_000_000
    private static let chunkDigits = 19

    /// The number in decimal.
    ///
    /// The time grows with the square of the number's length.
    public var description: String {
        var limbs = magnitude
        var chunks: [String] = []
        while let top = limbs.lastIndex(where: { $0 != 0 }) {
            limbs.removeSubrange((top + 1)...)
            var remainder: UInt64 = 0
            for index in limbs.indices.reversed() {
                (limbs[index], remainder) = BigInteger.chunk.dividingFullWidth((remainder, limbs[index]))
            }
            chunks.append(String(remainder))
        }
        guard let first = chunks.popLast() else { return "0" }
        var text = (isNegative ? "-" : "") + first
        for chunk in chunks.reversed() {
            text += String(repeating: "0", count: BigInteger.chunkDigits - chunk.utf8.count) + chunk
        }
        return text
    }

    /// Reads a decimal number with or without a sign; nil if the text is anything else.
    public init?(_ text: String) {
        var digits = Array(text.utf8)[...]
        let negative = digits.first == UInt8(ascii: "-")
        if negative || digits.first == UInt8(ascii: "+") { digits.removeFirst() }
        guard !digits.isEmpty else { return nil }
        var limbs: [UInt64] = []
        while !digits.isEmpty {
            var value: UInt64 = 0
            var scale: UInt64 = 1
            for digit in digits.prefix(18) {
                guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
                value = value * 10 + UInt64(digit - UInt8(ascii: "0"))
                scale *= 10
            }
            digits = digits.dropFirst(18)
            var carry = value
            for index in limbs.indices {
                let (high, low) = limbs[index].multipliedFullWidth(by: scale)
                let (sum, overflow) = low.addingReportingOverflow(carry)
                limbs[index] = sum
                carry = high &+ (overflow ? 1 : 0)
            }
            if carry != 0 { limbs.append(carry) }
        }
        self.init(negative: negative, magnitude: limbs)
    }

    /// The absolute value as 64-bit limbs, least significant first.
    private var magnitude: [UInt64] {
        var raw = twosComplement
        if isNegative { BigInteger.negate(&raw) }
        // The absolute value of a negative power of two has its highest bit set; read unsigned that is right.
        var limbs: [UInt64] = []
        var end = raw.count
        while end > 0 {
            let start = max(0, end - 8)
            limbs.append(raw[start..<end].reduce(0) { $0 << 8 | UInt64($1) })
            end = start
        }
        return limbs
    }

    private init(negative: Bool, magnitude: [UInt64]) {
        var writer = ByteWriter()
        writer.writeByte(0)
        for limb in magnitude.reversed() {
            writer.writeInteger(limb)
        }
        var raw = writer.bytes
        if negative { BigInteger.negate(&raw) }
        self.init(twosComplement: raw)
    }

    /// Negates a number in two's complement of fixed length.
    private static func negate(_ raw: inout [UInt8]) {
        var carry = true
        for index in raw.indices.reversed() {
            raw[index] = ~raw[index]
            if carry { (raw[index], carry) = raw[index].addingReportingOverflow(1) }
        }
    }
}
