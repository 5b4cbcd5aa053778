import CQLWire

extension ValueOrder {
    /// Collections: element by element, then by their number.
    static func compareCounted(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>, types: [CQLType]) -> Int {
        guard let leftParts = ValueParts.counted(left, groupsOf: types.count),
            let rightParts = ValueParts.counted(right, groupsOf: types.count)
        else { return compareBytes(left, right) }
        for (index, (leftPart, rightPart)) in zip(leftParts, rightParts).enumerated() {
            let result = compareNullable(leftPart, rightPart, as: types[index % types.count])
            if result != 0 { return result }
        }
        return order(leftParts.count, rightParts.count)
    }

    /// Tuples and values of user-defined types: null comes before everything, and missing fields are null.
    static func compareComponents(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>, types: [CQLType]) -> Int {
        guard let leftParts = ValueParts.components(left), let rightParts = ValueParts.components(right) else {
            return compareBytes(left, right)
        }
        for (index, type) in types.enumerated() {
            let leftPart = index < leftParts.count ? leftParts[index] : nil
            let rightPart = index < rightParts.count ? rightParts[index] : nil
            let result = compareNullable(leftPart, rightPart, as: type)
            if result != 0 { return result }
        }
        return 0
    }

    /// Vectors: element by element.
    static func compareVectors(
        _ left: ArraySlice<UInt8>,
        _ right: ArraySlice<UInt8>,
        element: CQLType,
        type: CQLType
    ) -> Int {
        guard case .vector(let leftElements)? = try? CQLValue(decoding: left, as: type),
            case .vector(let rightElements)? = try? CQLValue(decoding: right, as: type)
        else { return compareBytes(left, right) }
        for (leftElement, rightElement) in zip(leftElements, rightElements) {
            guard let leftBytes = try? leftElement.encoded(as: element),
                let rightBytes = try? rightElement.encoded(as: element)
            else { return compareBytes(left, right) }
            let result = compare(leftBytes, rightBytes, as: element)
            if result != 0 { return result }
        }
        return order(leftElements.count, rightElements.count)
    }

    private static func compareNullable(
        _ left: ArraySlice<UInt8>?,
        _ right: ArraySlice<UInt8>?,
        as type: CQLType
    ) -> Int {
        guard let left, let right else { return order(left == nil ? 0 : 1, right == nil ? 0 : 1) }
        return compare(left, right, as: type)
    }
}
