import CQLSyntax
import CQLWire

extension BoundValues {
    /// A value for each marker.
    ///
    /// - Throws: What the server says if there are more or fewer.
    func matched(to markers: MarkerCollector, _ context: ExecutionContext) throws(ServerError) -> [BoundValue] {
        // The markers of a write in a batch need not begin with the first.
        let indexes = markers.specifications.keys.sorted()
        let matched = try matched(to: markers.markers, context)
        var values = [BoundValue](repeating: .unset, count: (indexes.last ?? -1) + 1)
        for (index, value) in zip(indexes, matched) { values[index] = value }
        return values
    }

    /// A value for each marker, in their order.
    func matched(to markers: [ColumnSpecification], _ context: ExecutionContext) throws(ServerError) -> [BoundValue] {
        let values: [BoundValue]
        switch self {
        case .positional(let given): values = given
        case .named(let given):
            values = markers.compactMap { marker in given.first { $0.name == marker.name }?.value }
        }
        guard values.count == markers.count else {
            throw .invalid(
                context.isPrepared
                    ? "there were \(markers.count) markers(?) in CQL but \(values.count) bound variables"
                    : "Invalid amount of bind variables"
            )
        }
        return values
    }
}
