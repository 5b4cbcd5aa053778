import CQLWire

/// A row as a statement reads it.
struct RowView: Sendable {
    let table: TableShape
    let partition: Partition
    /// The row; nil for a partition that has static columns alone.
    let row: Partition.Row?
    /// The second since 1970 in which it is read.
    let now: Int64

    /// The value of a column; nil is null.
    func value(of column: ColumnShape) -> [UInt8]? {
        switch column.kind {
        case .partitionKey(let position): return partition.component(position, of: table)
        case .clustering(let position, _):
            guard let clustering = row?.clustering, position < clustering.count else { return nil }
            return clustering[position]
        case .static: return partition.staticRow.value(of: column, at: now, in: table)
        case .regular: return row?.content.value(of: column, at: now, in: table)
        }
    }

    /// The cell of a column that has one, if it has a value.
    func cell(of column: ColumnShape) -> Cell? {
        (column.isStatic ? partition.staticRow : row?.content)?.cell(of: column, at: now, in: table)
    }

    /// The cells of a column with several that have values.
    func elements(of column: ColumnShape) -> [CellCollection.Element] {
        (column.isStatic ? partition.staticRow : row?.content)?.elements(of: column, at: now, in: table) ?? []
    }
}

extension Partition {
    /// A component of the partition key.
    func component(_ position: Int, of table: TableShape) -> [UInt8]? {
        guard table.partitionKey.count > 1 else { return key }
        var reader = ByteReader(key)
        var component: [UInt8]?
        for _ in 0...position {
            guard let bytes = try? reader.readShortBytes("a component of the key"),
                (try? reader.readByte("its end")) != nil
            else { return nil }
            component = Array(bytes)
        }
        return component
    }
}
