import CQLWire

/// Arithmetic on integers of any size, as schools teach it: the numbers of CQL statements are short.
extension BigInteger {
    /// The number with the other sign.
    var negated: BigInteger { BigInteger(negative: !isNegative, limbs: limbs) }

    /// The sum.
    func adding(_ other: BigInteger) -> BigInteger {
        if isNegative == other.isNegative {
            return BigInteger(negative: isNegative, limbs: BigInteger.add(limbs, other.limbs))
        }
        if BigInteger.isLess(limbs, other.limbs) {
            return BigInteger(negative: other.isNegative, limbs: BigInteger.subtract(other.limbs, limbs))
        }
        return BigInteger(negative: isNegative, limbs: BigInteger.subtract(limbs, other.limbs))
    }

    /// The product.
    func multiplied(by other: BigInteger) -> BigInteger {
        let (left, right) = (limbs, other.limbs)
        var result = [UInt32](repeating: 0, count: left.count + right.count + 1)
        for (i, a) in left.enumerated() {
            var carry: UInt64 = 0
            for (j, b) in right.enumerated() {
                let sum = UInt64(a) * UInt64(b) + UInt64(result[i + j]) + carry
                result[i + j] = UInt32(truncatingIfNeeded: sum)
                carry = sum >> 32
            }
            result[i + right.count] = UInt32(truncatingIfNeeded: carry)
        }
        return BigInteger(negative: isNegative != other.isNegative, limbs: result)
    }

    /// Quotient and remainder, rounded towards 0; nil for a division by 0.
    func divided(by other: BigInteger) -> (quotient: BigInteger, remainder: BigInteger)? {
        let divisor = other.limbs
        guard divisor.contains(where: { $0 != 0 }) else { return nil }
        let dividend = limbs
        var quotient = [UInt32](repeating: 0, count: dividend.count)
        var remainder: [UInt32] = []
        for bit in (0..<(dividend.count * 32)).reversed() {
            remainder = BigInteger.doubled(remainder, adding: dividend[bit / 32] >> UInt32(bit % 32) & 1)
            if !BigInteger.isLess(remainder, divisor) {
                remainder = BigInteger.subtract(remainder, divisor)
                quotient[bit / 32] |= 1 << UInt32(bit % 32)
            }
        }
        return (
            BigInteger(negative: isNegative != other.isNegative, limbs: quotient),
            BigInteger(negative: isNegative, limbs: remainder)
        )
    }

    /// The number with zeros behind it in decimal.
    func scaled(byPowerOfTen exponent: Int) -> BigInteger {
        BigInteger(description + String(repeating: "0", count: max(0, exponent))) ?? self
    }

    /// The number without its last digits in decimal.
    func withoutDigits(_ count: Int) -> BigInteger {
        let digits = description
        let sign = isNegative ? 1 : 0
        guard digits.utf8.count - sign > count else { return BigInteger(0) }
        return BigInteger(String(digits.dropLast(count))) ?? self
    }

    /// The absolute value in 32-bit limbs, the least significant first.
    private var limbs: [UInt32] {
        var bytes = twosComplement
        if isNegative {
            var carry = true
            for index in bytes.indices.reversed() {
                bytes[index] = ~bytes[index]
                if carry { (bytes[index], carry) = bytes[index].addingReportingOverflow(1) }
            }
        }
        return stride(from: bytes.count, to: 0, by: -4).map { end in
            bytes[max(0, end - 4)..<end].reduce(0) { $0 << 8 | UInt32($1) }
        }
    }

    private init(negative: Bool, limbs: [UInt32]) {
        var bytes: [UInt8] = [0]
        for limb in limbs.reversed() {
            bytes += [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: limb >> $0) }
        }
        if negative {
            var carry = true
            for index in bytes.indices.reversed() {
                bytes[index] = ~bytes[index]
                if carry { (bytes[index], carry) = bytes[index].addingReportingOverflow(1) }
            }
        }
        self.init(twosComplement: bytes)
    }

    private static func add(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
        var result: [UInt32] = []
        var carry: UInt64 = 0
        for index in 0..<max(left.count, right.count) {
            let sum =
                UInt64(index < left.count ? left[index] : 0) + UInt64(index < right.count ? right[index] : 0) + carry
            result.append(UInt32(truncatingIfNeeded: sum))
            carry = sum >> 32
        }
        return result + [UInt32(carry)]
    }

    /// The difference of a number and one that is not greater.
    private static func subtract(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
        var result: [UInt32] = []
        var borrow: Int64 = 0
        for index in left.indices {
            var difference = Int64(left[index]) - Int64(index < right.count ? right[index] : 0) - borrow
            borrow = difference < 0 ? 1 : 0
            if difference < 0 { difference += 1 << 32 }
            result.append(UInt32(truncatingIfNeeded: difference))
        }
        return result
    }

    private static func isLess(_ left: [UInt32], _ right: [UInt32]) -> Bool {
        for index in (0..<max(left.count, right.count)).reversed() {
            let a = index < left.count ? left[index] : 0
            let b = index < right.count ? right[index] : 0
            if a != b { return a < b }
        }
        return false
    }

    private static func doubled(_ limbs: [UInt32], adding bit: UInt32) -> [UInt32] {
        var result: [UInt32] = []
        var carry = bit
        for limb in limbs {
            result.append(limb << 1 | carry)
            carry = limb >> 31
        }
        return carry == 0 ? result : result + [carry]
    }
}
