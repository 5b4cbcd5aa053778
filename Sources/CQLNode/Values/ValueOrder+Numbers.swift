import CQLWire

extension ValueOrder {
    /// Integers of any size.
    static func compareIntegers(_ left: BigInteger, _ right: BigInteger) -> Int {
        if left.isNegative != right.isNegative { return left.isNegative ? -1 : 1 }
        // Of two numbers with the same sign in as few bytes as possible, the longer one is farther from 0.
        let (leftBytes, rightBytes) = (left.twosComplement, right.twosComplement)
        if leftBytes.count != rightBytes.count {
            return (leftBytes.count < rightBytes.count) != left.isNegative ? -1 : 1
        }
        return compareBytes(leftBytes[...], rightBytes[...])
    }

    /// Decimals by their value: 1.0 and 1.00 are equal.
    static func compareDecimals(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
        guard let (leftScale, leftDigits) = decimal(left), let (rightScale, rightDigits) = decimal(right) else {
            return compareBytes(left, right)
        }
        let leftSign = sign(leftDigits)
        let rightSign = sign(rightDigits)
        if leftSign != rightSign || leftSign == 0 { return order(leftSign, rightSign) }
        let leftText = Array(leftDigits.description.utf8.drop { $0 == UInt8(ascii: "-") })
        let rightText = Array(rightDigits.description.utf8.drop { $0 == UInt8(ascii: "-") })
        // Where the first digit stands, seen from the point.
        let leftExponent = leftText.count - leftScale
        let rightExponent = rightText.count - rightScale
        if leftExponent != rightExponent { return order(leftExponent, rightExponent) * leftSign }
        let width = max(leftText.count, rightText.count)
        func padded(_ digits: [UInt8]) -> [UInt8] {
            digits + Array(repeating: UInt8(ascii: "0"), count: width - digits.count)
        }
        return compareBytes(padded(leftText)[...], padded(rightText)[...]) * leftSign
    }

    private static func decimal(_ bytes: ArraySlice<UInt8>) -> (scale: Int, digits: BigInteger)? {
        guard bytes.count >= 4 else { return nil }
        let scale = Int32(bitPattern: bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) })
        return (Int(scale), BigInteger(twosComplement: bytes.dropFirst(4)))
    }

    private static func sign(_ number: BigInteger) -> Int {
        if number.isNegative { return -1 }
        return number.twosComplement == [0] ? 0 : 1
    }
}

extension ValueOrder {
    /// Whether two decimals have the same value.
    static func areEqual(_ left: BigDecimal, _ right: BigDecimal) -> Bool {
        guard let leftBytes = try? CQLValue.decimal(left).encoded(as: .decimal),
            let rightBytes = try? CQLValue.decimal(right).encoded(as: .decimal)
        else { return false }
        return compareDecimals(leftBytes[...], rightBytes[...]) == 0
    }
}
