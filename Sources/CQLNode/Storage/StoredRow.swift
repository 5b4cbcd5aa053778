import CQLWire

/// What is kept of a row, or of the static columns of a partition.
///
/// Nothing in it is hidden by its own deletion.
struct StoredRow: Hashable, Sendable {
    /// That the row is there, whatever its columns hold.
    private(set) var marker: RowMarker?
    /// When it was deleted, in microseconds since 1970.
    private(set) var deletion: Int64 = .min
    /// What it holds of its columns, by name.
    private(set) var columns: [String: StoredColumn] = [:]

    /// Deletes all that is not younger than a time.
    mutating func delete(upTo timestamp: Int64) {
        deletion = max(deletion, timestamp)
        clear(upTo: timestamp)
    }

    /// Removes what a deletion of something larger hides.
    mutating func clear(upTo timestamp: Int64) {
        if let marker, marker.timestamp <= timestamp { self.marker = nil }
        for (name, column) in columns {
            switch column {
            case .simple(let cell):
                if cell.timestamp <= timestamp { columns[name] = nil }
            case .complex(var collection):
                collection.delete(upTo: timestamp)
                columns[name] = .complex(collection)
            }
        }
    }

    /// Writes a marker.
    mutating func put(_ new: RowMarker) {
        guard new.timestamp > deletion else { return }
        marker = marker.map { RowMarker.reconcile($0, new) } ?? new
    }

    /// Writes a cell of a column with one cell.
    mutating func put(_ cell: Cell, in name: String) {
        guard cell.timestamp > deletion else { return }
        if case .simple(let old)? = columns[name] {
            columns[name] = .simple(Cell.reconcile(old, cell))
        } else {
            columns[name] = .simple(cell)
        }
    }

    /// Writes a cell of a collection.
    mutating func put(_ cell: Cell, at path: [UInt8], in column: ColumnShape) {
        guard cell.timestamp > deletion else { return }
        var collection = takeCollection(column.name)
        collection.put(cell, at: path, order: column.pathType)
        columns[column.name] = .complex(collection)
    }

    /// Deletes all cells of a collection that are not younger than a time.
    mutating func deleteCollection(upTo timestamp: Int64, in name: String) {
        guard timestamp > deletion else { return }
        var collection = takeCollection(name)
        collection.delete(upTo: timestamp)
        columns[name] = .complex(collection)
    }

    /// Adds to a counter; one that is not there counts from 0.
    mutating func add(_ delta: Int64, to name: String, at timestamp: Int64) {
        guard timestamp > deletion else { return }
        var total = delta
        if case .simple(let cell)? = columns[name], let value = cell.value {
            total = total &+ value.reduce(0) { $0 << 8 | Int64($1) }
        }
        var writer = ByteWriter()
        writer.writeInteger(total)
        columns[name] = .simple(Cell(timestamp: timestamp, value: writer.bytes))
    }

    /// The collection of a column, taken out so that it has one owner and is not copied when it changes.
    private mutating func takeCollection(_ name: String) -> CellCollection {
        guard case .complex(let collection)? = columns[name] else { return CellCollection() }
        columns[name] = nil
        return collection
    }
}
