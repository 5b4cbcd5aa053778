import CQLWire

/// What a row holds of a column.
enum StoredColumn: Hashable, Sendable {
    /// One cell.
    case simple(Cell)
    /// The cells of a collection or of a user-defined type that is not frozen.
    case complex(CellCollection)
}

/// The cells of a collection or of a user-defined type that is not frozen.
struct CellCollection: Hashable, Sendable {
    /// A cell with what it belongs to: a key, an element of a set, the position in a list (a UUID), or of a field (two
    /// bytes).
    struct Element: Hashable, Sendable {
        let path: [UInt8]
        var cell: Cell
    }

    /// When all of it was deleted, in microseconds since 1970.
    private(set) var deletion: Int64 = .min
    /// The cells in the order of their paths.
    private(set) var elements: [Element] = []

    /// Deletes all that is not younger than a time.
    mutating func delete(upTo timestamp: Int64) {
        deletion = max(deletion, timestamp)
        elements.removeAll { $0.cell.timestamp <= timestamp }
    }

    /// Puts a cell in.
    mutating func put(_ cell: Cell, at path: [UInt8], order: CQLType) {
        guard cell.timestamp > deletion else { return }
        var low = 0
        var high = elements.count
        while low < high {
            let middle = (low + high) / 2
            if ValueOrder.compare(elements[middle].path, path, as: order) < 0 {
                low = middle + 1
            } else {
                high = middle
            }
        }
        if low < elements.count, elements[low].path == path {
            elements[low].cell = Cell.reconcile(elements[low].cell, cell)
        } else {
            elements.insert(Element(path: path, cell: cell), at: low)
        }
    }

    /// The elements that are there at a second since 1970.
    func live(at now: Int64) -> [Element] {
        elements.filter { $0.cell.liveValue(at: now) != nil }
    }
}

extension ColumnShape {
    /// By what the cells of its value are ordered.
    var pathType: CQLType {
        switch type {
        case .set(let element): element
        case .map(let key, _): key
        case .list: .timeuuid
        default: .blob
        }
    }
}
