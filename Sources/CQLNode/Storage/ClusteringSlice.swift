import CQLWire

/// A part of a partition: the rows whose clustering begins with some values, and whose next columns lie between bounds.
struct ClusteringSlice: Hashable, Sendable {
    /// One end of a slice: values of consecutive clustering columns.
    struct Bound: Hashable, Sendable {
        let values: [[UInt8]]
        let isInclusive: Bool
    }

    /// What the clustering begins with.
    var prefix: [[UInt8]] = []
    /// The least values of the columns behind the prefix.
    var lower: Bound?
    /// The greatest values of the columns behind the prefix.
    var upper: Bound?

    /// Whether a row belongs to it; the types are those of the clustering columns.
    func contains(_ clustering: [[UInt8]], types: [CQLType]) -> Bool {
        guard compare(clustering[...], prefix, types[...]) == 0 else { return false }
        let rest = clustering.dropFirst(prefix.count)
        let restTypes = types.dropFirst(prefix.count)
        if let lower {
            let result = compare(rest, lower.values, restTypes)
            if result < 0 || (result == 0 && !lower.isInclusive) { return false }
        }
        if let upper {
            let result = compare(rest, upper.values, restTypes)
            if result > 0 || (result == 0 && !upper.isInclusive) { return false }
        }
        return true
    }

    /// Compares as many columns as there are values.
    private func compare(_ row: ArraySlice<[UInt8]>, _ values: [[UInt8]], _ types: ArraySlice<CQLType>) -> Int {
        for ((column, value), type) in zip(zip(row, values), types) {
            let result = ValueOrder.compare(column, value, as: type)
            if result != 0 { return result }
        }
        return 0
    }
}
