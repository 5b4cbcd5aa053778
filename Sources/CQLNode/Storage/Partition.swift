import CQLWire

/// The rows that share a partition key.
struct Partition: Hashable, Sendable {
    /// A row with the values of its clustering columns.
    struct Row: Hashable, Sendable {
        let clustering: [[UInt8]]
        var content: StoredRow
    }

    /// A deletion of some rows.
    struct RangeDeletion: Hashable, Sendable {
        let slice: ClusteringSlice
        let timestamp: Int64
    }

    /// The key as it is hashed.
    let key: [UInt8]
    /// The token of the key.
    let token: Int64
    /// When all of it was deleted, in microseconds since 1970.
    private(set) var deletion: Int64 = .min
    /// The static columns.
    private(set) var staticRow = StoredRow()
    /// The rows in the order of the table.
    private(set) var rows: [Row] = []
    /// The deletions of some of the rows.
    private(set) var rangeDeletions: [RangeDeletion] = []

    /// Makes a partition without rows.
    init(key: [UInt8]) {
        self.key = key
        token = PartitionToken.token(of: key)
    }

    /// Deletes all that is not younger than a time.
    mutating func delete(upTo timestamp: Int64) {
        deletion = max(deletion, timestamp)
        rangeDeletions.removeAll { $0.timestamp <= timestamp }
        staticRow.clear(upTo: timestamp)
        for index in rows.indices { rows[index].content.clear(upTo: timestamp) }
    }

    /// Deletes what is not younger than a time in some rows.
    mutating func delete(_ slice: ClusteringSlice, upTo timestamp: Int64, in table: TableShape) {
        guard timestamp > deletion else { return }
        rangeDeletions.append(RangeDeletion(slice: slice, timestamp: timestamp))
        let types = table.clustering.map(\.type)
        for index in rows.indices where slice.contains(rows[index].clustering, types: types) {
            rows[index].content.clear(upTo: timestamp)
        }
    }

    /// Changes the static columns; what the partition's deletion hides is hidden again afterwards.
    mutating func changeStaticRow(_ change: (inout StoredRow) -> Void) {
        change(&staticRow)
        if deletion != .min { staticRow.clear(upTo: deletion) }
    }

    /// Changes a row; what a deletion hides is hidden again afterwards.
    mutating func changeRow(_ clustering: [[UInt8]], in table: TableShape, _ change: (inout StoredRow) -> Void) {
        let (index, isThere) = place(of: clustering, in: table)
        if !isThere { rows.insert(Row(clustering: clustering, content: StoredRow()), at: index) }
        change(&rows[index].content)
        var hidden = deletion
        let types = table.clustering.map(\.type)
        for range in rangeDeletions where range.timestamp > hidden && range.slice.contains(clustering, types: types) {
            hidden = range.timestamp
        }
        if hidden != .min { rows[index].content.clear(upTo: hidden) }
    }

    /// The row of a clustering.
    func row(_ clustering: [[UInt8]], in table: TableShape) -> StoredRow? {
        let (index, isThere) = place(of: clustering, in: table)
        return isThere ? rows[index].content : nil
    }

    /// Where a row stands, or would stand.
    func place(of clustering: [[UInt8]], in table: TableShape) -> (index: Int, isThere: Bool) {
        var low = 0
        var high = rows.count
        while low < high {
            let middle = (low + high) / 2
            let result = table.compareClustering(rows[middle].clustering, clustering)
            if result == 0 { return (middle, true) }
            if result < 0 { low = middle + 1 } else { high = middle }
        }
        return (low, false)
    }
}

extension TableShape {
    /// The order of the rows of a partition.
    func compareClustering(_ left: [[UInt8]], _ right: [[UInt8]]) -> Int {
        for (index, column) in clustering.enumerated() where index < left.count && index < right.count {
            let result = ValueOrder.compare(left[index], right[index], as: column.type)
            if result != 0 { return column.isDescending ? -result : result }
        }
        return 0
    }
}
