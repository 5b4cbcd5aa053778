public import CQLWire

/// What PREPARE tells of a statement.
public struct PreparedShape: Hashable, Sendable {
    /// The bind markers, in the order in which they stand in the statement.
    public var markers: [ColumnSpecification]
    /// Which markers are the partition key, in its order; empty unless each component is one marker.
    public var partitionKeyIndexes: [UInt16]
    /// The columns of the result; nil for statements that give no rows, and for conditional ones.
    public var resultColumns: [ColumnSpecification]?

    /// Makes a shape.
    public init(
        markers: [ColumnSpecification] = [],
        partitionKeyIndexes: [UInt16] = [],
        resultColumns: [ColumnSpecification]? = nil
    ) {
        self.markers = markers
        self.partitionKeyIndexes = partitionKeyIndexes
        self.resultColumns = resultColumns
    }
}
