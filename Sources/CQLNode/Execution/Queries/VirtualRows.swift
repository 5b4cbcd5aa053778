import CQLWire

extension TableRows {
    /// The rows of a table that is not stored.
    ///
    /// - Parameter keys: the partitions that are asked for; nil for all.
    init(_ rows: [VirtualRow], of table: TableShape, keys: Set<[UInt8]>?) throws(ServerError) {
        self.init()
        for row in rows {
            var components: [[UInt8]] = []
            for column in table.partitionKey {
                components.append(try VirtualCell.bytes(row[column.name], column) ?? [])
            }
            let key = PartitionToken.key(components)
            // The schema of the system's own keyspaces is some hundred rows, of which nobody asks for many.
            if let keys, !keys.contains(key) { continue }
            var time: Int64 = 0
            if case .bigint(let written) = row[VirtualColumn.writeTime] { time = written }
            var clustering: [[UInt8]] = []
            for column in table.clustering { clustering.append(try VirtualCell.bytes(row[column.name], column) ?? []) }
            var mutation = Mutation(table: table, key: key)
            mutation.changes.append(.row(clustering, .marker(RowMarker(timestamp: 0, lifetime: .unlimited))))
            for column in table.columns where !column.isPrimaryKey {
                guard let bytes = try VirtualCell.bytes(row[column.name], column) else { continue }
                // Kept in one cell, whatever the type is: nothing but the whole value is asked for.
                let change = Mutation.RowChange.cell(column, Cell(timestamp: time, value: bytes))
                mutation.changes.append(column.isStatic ? .staticRow(change) : .row(clustering, change))
            }
            apply(mutation)
        }
    }
}

/// A value of a virtual table as bytes.
private enum VirtualCell {
    static func bytes(_ value: CQLValue?, _ column: ColumnShape) throws(ServerError) -> [UInt8]? {
        do {
            return try value?.encoded(as: column.type)
        } catch {
            throw ServerError(.serverError, "The system table has a value of another type in \(column.name): \(error)")
        }
    }
}
