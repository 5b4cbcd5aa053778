import CQLSyntax
import CQLWire

/// The bind markers of a statement, as they are found in it.
struct MarkerCollector: Hashable, Sendable {
    /// What is known of each marker, by its index.
    private(set) var specifications: [Int: ColumnSpecification] = [:]
    /// Which marker is which component of the partition key.
    private(set) var keyMarkers: [Int: Int] = [:]

    /// Notes for what a marker stands.
    mutating func note(_ marker: BindMarker, for receiver: Receiver) {
        specifications[marker.index] = receiver.specification(named: marker.name?.text)
    }

    /// Notes that a marker is a component of the partition key.
    mutating func noteKey(_ marker: BindMarker, component: Int) { keyMarkers[component] = marker.index }

    /// The markers in their order.
    var markers: [ColumnSpecification] {
        specifications.keys.sorted().compactMap { specifications[$0] }
    }

    /// The markers of the partition key in its order; empty unless each component is a marker.
    func partitionKeyIndexes(components: Int) -> [UInt16] {
        let indexes = (0..<components).compactMap { keyMarkers[$0].map { UInt16(truncatingIfNeeded: $0) } }
        return indexes.count == components ? indexes : []
    }
}
