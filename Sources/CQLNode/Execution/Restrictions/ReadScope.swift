import CQLWire

/// What a WHERE clause means once the values are known.
struct ReadScope: Sendable {
    /// The keys of the partitions; nil if they must be looked for.
    var keys: [[UInt8]]?
    /// The least token, and whether it counts itself.
    var lowerToken: (token: Int64, isInclusive: Bool)?
    /// The greatest token, and whether it counts itself.
    var upperToken: (token: Int64, isInclusive: Bool)?
    /// The slices of each partition, none of which meet; nil for whole partitions.
    var slices: [ClusteringSlice]?
    /// What the partition key must be like.
    var partitionConditions: [RowCondition] = []
    /// What rows must be like, beyond their clustering.
    var rowConditions: [RowCondition] = []

    /// Whether a token is meant.
    func contains(_ token: Int64) -> Bool {
        if let lowerToken, lowerToken.token > token || (lowerToken.token == token && !lowerToken.isInclusive) {
            return false
        }
        // The smallest token as the upper end means the end of the ring.
        if let upperToken, upperToken.token != .min,
            upperToken.token < token || (upperToken.token == token && !upperToken.isInclusive)
        {
            return false
        }
        return true
    }
}

/// A restriction of a column with its values.
struct RowCondition: Hashable, Sendable {
    /// How the value of the column is compared.
    enum Test: Hashable, Sendable {
        case equal([UInt8])
        case notEqual([UInt8])
        case isIn([[UInt8]])
        case notIn([[UInt8]])
        case atLeast([UInt8], isInclusive: Bool)
        case atMost([UInt8], isInclusive: Bool)
        case contains([UInt8], CQLType)
        case containsKey([UInt8], CQLType)
        case like([UInt8])
        case containsEntry([UInt8], CQLType, [UInt8], CQLType)
    }

    let column: ColumnShape
    let test: Test

    /// Whether a value of the column is meant; null never is.
    func holds(_ value: [UInt8]?) -> Bool {
        guard let value else { return false }
        switch test {
        case .equal(let wanted): return order(value, wanted) == 0
        case .notEqual(let unwanted): return order(value, unwanted) != 0
        case .isIn(let wanted): return wanted.contains { order(value, $0) == 0 }
        case .notIn(let unwanted): return !unwanted.contains { order(value, $0) == 0 }
        case .atLeast(let bound, let isInclusive):
            let result = order(value, bound)
            return result > 0 || (result == 0 && isInclusive)
        case .atMost(let bound, let isInclusive):
            let result = order(value, bound)
            return result < 0 || (result == 0 && isInclusive)
        case .contains(let wanted, let type):
            if case .map = column.type {
                return parts(value, 2, at: 1).contains { ValueOrder.compare($0, wanted, as: type) == 0 }
            }
            return parts(value, 1, at: 0).contains { ValueOrder.compare($0, wanted, as: type) == 0 }
        case .containsKey(let wanted, let type):
            return parts(value, 2, at: 0).contains { ValueOrder.compare($0, wanted, as: type) == 0 }
        case .like(let pattern): return RowCondition.matches(value, pattern)
        case .containsEntry(let key, let keyType, let wanted, let valueType):
            return zip(parts(value, 2, at: 0), parts(value, 2, at: 1)).contains {
                ValueOrder.compare($0, key, as: keyType) == 0 && ValueOrder.compare($1, wanted, as: valueType) == 0
            }
        }
    }

    /// Whether a text is like a pattern, which may begin and end with `%`.
    private static func matches(_ text: [UInt8], _ pattern: [UInt8]) -> Bool {
        let mark = UInt8(ascii: "%")
        let isOpenInFront = pattern.first == mark
        let isOpenBehind = pattern.count > 1 && pattern.last == mark
        let wanted = pattern.dropFirst(isOpenInFront ? 1 : 0).dropLast(isOpenBehind ? 1 : 0)
        switch (isOpenInFront, isOpenBehind) {
        case (false, false): return text.elementsEqual(wanted)
        case (false, true): return text.starts(with: wanted)
        case (true, false): return text.suffix(wanted.count).elementsEqual(wanted)
        case (true, true):
            return text.indices.contains { text[$0...].starts(with: wanted) } || wanted.isEmpty
        }
    }

    private func order(_ left: [UInt8], _ right: [UInt8]) -> Int { ValueOrder.compare(left, right, as: column.type) }

    private func parts(_ value: [UInt8], _ size: Int, at offset: Int) -> [[UInt8]] {
        let all = ValueParts.counted(value[...], groupsOf: size) ?? []
        return all.enumerated().filter { $0.offset % size == offset }.map { Array($0.element ?? []) }
    }
}
