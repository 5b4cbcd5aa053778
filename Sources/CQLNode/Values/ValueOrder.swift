import CQLWire

/// How the server orders the values of a type (`AbstractType.compare`), by their bytes.
enum ValueOrder {
    /// Below 0 if the first comes before the second, above 0 if it comes after, 0 if neither.
    ///
    /// An empty value comes before all others. Bytes that are no value of the type are compared as bytes.
    static func compare(_ left: [UInt8], _ right: [UInt8], as type: CQLType) -> Int {
        compare(left[...], right[...], as: type)
    }

    static func compare(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>, as type: CQLType) -> Int {
        if left.isEmpty || right.isEmpty { return order(left.count, right.count) }
        switch type {
        case .int, .bigint, .smallint, .tinyint, .timestamp, .counter:
            return order(signed(left), signed(right))
        case .boolean:
            return order(left.first == 0 ? 0 : 1, right.first == 0 ? 0 : 1)
        case .float, .double:
            return order(floating(left), floating(right))
        case .varint:
            return compareIntegers(BigInteger(twosComplement: left), BigInteger(twosComplement: right))
        case .decimal:
            return compareDecimals(left, right)
        case .uuid:
            return compareUUIDs(left, right)
        case .timeuuid:
            return compareTimeUUIDs(left, right)
        case .list(let element), .set(let element):
            return compareCounted(left, right, types: [element])
        case .map(let key, let value):
            return compareCounted(left, right, types: [key, value])
        case .tuple(let types):
            return compareComponents(left, right, types: types)
        case .udt(let type):
            return compareComponents(left, right, types: type.fields.map(\.type))
        case .vector(let element, _):
            return compareVectors(left, right, element: element, type: type)
        case .ascii, .text, .blob, .date, .time, .inet, .duration, .custom:
            return compareBytes(left, right)
        }
    }

    /// Unsigned, byte by byte, the shorter first.
    static func compareBytes(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
        if left == right { return 0 }
        return left.lexicographicallyPrecedes(right) ? -1 : 1
    }

    static func order<Value: Comparable>(_ left: Value, _ right: Value) -> Int {
        left < right ? -1 : (right < left ? 1 : 0)
    }

    private static func signed(_ bytes: ArraySlice<UInt8>) -> Int64 {
        let negative = (bytes.first ?? 0) & 0x80 != 0
        return bytes.prefix(8).reduce(negative ? -1 : 0) { $0 << 8 | Int64($1) }
    }

    /// A number in the order of `Double.compare` of Java: -0 before 0, and NaN behind all others.
    private static func floating(_ bytes: ArraySlice<UInt8>) -> Int64 {
        let double: Double
        if bytes.count == 4 {
            double = Double(Float(bitPattern: bytes.reduce(0) { $0 << 8 | UInt32($1) }))
        } else {
            double = Double(bitPattern: bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
        }
        if double.isNaN { return .max }
        let bits = Int64(bitPattern: double.bitPattern)
        return bits >= 0 ? bits : bits ^ .max
    }
}
