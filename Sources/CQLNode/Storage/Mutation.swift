/// What a write changes in one partition.
struct Mutation: Hashable, Sendable {
    /// One change.
    enum Change: Hashable, Sendable {
        /// Deletes the partition up to a time.
        case deletePartition(Int64)
        /// Deletes some rows up to a time.
        case deleteRange(ClusteringSlice, Int64)
        /// Changes a row.
        case row([[UInt8]], RowChange)
        /// Changes the static columns.
        case staticRow(RowChange)
    }

    /// One change of a row or of the static columns.
    enum RowChange: Hashable, Sendable {
        /// Deletes the row up to a time.
        case delete(Int64)
        /// Writes the row's marker.
        case marker(RowMarker)
        /// Writes a cell.
        case cell(ColumnShape, Cell)
        /// Writes a cell of a collection at its path.
        case element(ColumnShape, [UInt8], Cell)
        /// Deletes a collection up to a time.
        case deleteCollection(ColumnShape, Int64)
        /// Adds to a counter.
        case count(ColumnShape, Int64, timestamp: Int64)
    }

    /// The table.
    let table: TableShape
    /// The key of the partition.
    let key: [UInt8]
    /// What changes, in this order.
    var changes: [Change] = []
}

extension TableRows {
    /// Applies a write.
    mutating func apply(_ mutation: Mutation) {
        change(mutation.key) { partition in
            for change in mutation.changes {
                switch change {
                case .deletePartition(let timestamp): partition.delete(upTo: timestamp)
                case .deleteRange(let slice, let timestamp):
                    partition.delete(slice, upTo: timestamp, in: mutation.table)
                case .row(let clustering, let change):
                    partition.changeRow(clustering, in: mutation.table) { $0.apply(change) }
                case .staticRow(let change):
                    partition.changeStaticRow { $0.apply(change) }
                }
            }
        }
    }
}

extension StoredRow {
    fileprivate mutating func apply(_ change: Mutation.RowChange) {
        switch change {
        case .delete(let timestamp): delete(upTo: timestamp)
        case .marker(let marker): put(marker)
        case .cell(let column, let cell): put(cell, in: column.name)
        case .element(let column, let path, let cell): put(cell, at: path, in: column)
        case .deleteCollection(let column, let timestamp): deleteCollection(upTo: timestamp, in: column.name)
        case .count(let column, let delta, let timestamp): add(delta, to: column.name, at: timestamp)
        }
    }
}
