/// The RESULT of PREPARE (native_protocol_v4.spec §4.2.5.4).
public struct PreparedStatement: Hashable, Sendable {
    /// The id that EXECUTE and BATCH give.
    public var id: [UInt8]
    /// The bind markers, in order.
    public var markers: [ColumnSpecification]
    /// Which markers, by their index in ``markers``, are the partition key, in its order; empty if some are missing.
    public var partitionKeyIndexes: [UInt16]
    /// What EXECUTE will give, as of now.
    ///
    /// Not to be relied on for conditional statements, nor after an ALTER.
    public var result: RowsMetadata

    /// Creates a description of a prepared statement.
    public init(
        id: [UInt8],
        markers: [ColumnSpecification],
        partitionKeyIndexes: [UInt16] = [],
        result: RowsMetadata
    ) {
        self.id = id
        self.markers = markers
        self.partitionKeyIndexes = partitionKeyIndexes
        self.result = result
    }
}

extension PreparedStatement {
    /// Writes the message after its kind.
    func encode(into writer: inout ByteWriter) throws(WireError) {
        try writer.writeShortBytes(id, "the prepared statement id")
        let shared = ColumnSpecification.share(markers)
        writer.writeInt(shared ? MetadataFlags.globalTable.rawValue : 0)
        try writer.writeIntCount(markers.count, "the number of bind markers")
        try writer.writeIntCount(partitionKeyIndexes.count, "the number of partition key markers")
        for index in partitionKeyIndexes {
            writer.writeShort(index)
        }
        try ColumnSpecification.encode(markers, shared: shared, into: &writer)
        try result.encode(into: &writer)
    }

    /// Reads the message after its kind.
    init(from reader: inout ByteReader) throws(WireError) {
        let id = Array(try reader.readShortBytes("the prepared statement id"))
        let flags = try MetadataFlags.decode(&reader)
        let count = Int(try reader.readInt("the number of bind markers"))
        let keyCount = Int(try reader.readInt("the number of partition key markers"))
        try reader.checkCount(keyCount, minimumSize: 2, "the number of partition key markers")
        var keys: [UInt16] = []
        keys.reserveCapacity(keyCount)
        for _ in 0..<keyCount {
            let start = reader.position
            let index = try reader.readShort("the index of a partition key marker")
            guard Int(index) < count else {
                throw .malformed(
                    "the index of a partition key marker",
                    needed: "an index below the \(count) markers",
                    had: "\(index)",
                    at: start
                )
            }
            keys.append(index)
        }
        let markers = try ColumnSpecification.decode(
            count,
            shared: flags.contains(.globalTable),
            from: &reader
        )
        self.init(
            id: id,
            markers: markers,
            partitionKeyIndexes: keys,
            result: try RowsMetadata(from: &reader)
        )
    }
}
