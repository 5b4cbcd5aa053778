/// A decimal number of any size and precision: the value of a `decimal`, `unscaled` × 10^-`scale`.
///
/// As on the server, 1.0 and 1.00 are different.
public struct BigDecimal: Hashable, Sendable {
    /// The digits.
    public var unscaled: BigInteger
    /// How many of the digits stand behind the decimal point; may be negative.
    public var scale: Int32

    /// Creates a number.
    public init(unscaled: BigInteger, scale: Int32) {
        self.unscaled = unscaled
        self.scale = scale
    }
}

extension BigDecimal: LosslessStringConvertible {
    /// The number in the form of Java's `BigDecimal.toString`, which CQL reads back to an equal number.
    public var description: String {
        let sign = unscaled.isNegative ? "-" : ""
        let digits = Array(unscaled.description.utf8.drop { $0 == UInt8(ascii: "-") })
        let scale = Int(self.scale)
        let exponent = digits.count - 1 - scale
        func text(_ part: some Sequence<UInt8>) -> String { String(decoding: Array(part), as: UTF8.self) }
        if scale == 0 { return sign + text(digits) }
        if scale > 0 && exponent >= -6 {
            let whole = digits.count - scale
            if whole > 0 { return sign + text(digits[..<whole]) + "." + text(digits[whole...]) }
            return sign + "0." + String(repeating: "0", count: -whole) + text(digits)
        }
        let fraction = digits.count > 1 ? "." + text(digits[1...]) : ""
        return sign + text(digits[..<1]) + fraction + "E" + (exponent < 0 ? "" : "+") + "\(exponent)"
    }

    /// Reads `-12.50`, `1E+3` and the like; nil if the text is anything else, or if the scale has more than 32 bits.
    public init?(_ text: String) {
        let utf8 = Array(text.utf8)
        let mark = utf8.firstIndex { $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") }
        var exponent = 0
        if let mark {
            guard let number = Int(String(decoding: utf8[(mark + 1)...], as: UTF8.self)) else { return nil }
            exponent = number
        }
        let mantissa = utf8[..<(mark ?? utf8.endIndex)]
        let parts = mantissa.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first else { return nil }
        let fraction = parts.count > 1 ? parts[1] : []
        // Otherwise a sign behind the point would become one in front of the digits.
        guard fraction.first.map({ $0 >= UInt8(ascii: "0") }) ?? true else { return nil }
        guard let unscaled = BigInteger(String(decoding: whole + fraction, as: UTF8.self)) else { return nil }
        let (scale, overflow) = fraction.count.subtractingReportingOverflow(exponent)
        guard !overflow, let short = Int32(exactly: scale) else { return nil }
        self.init(unscaled: unscaled, scale: short)
    }
}
