import CQLWire

extension StoredRow {
    /// Whether a row is there at a second since 1970: it has a marker or a value that lives.
    func isLive(at now: Int64, in table: TableShape, isStatic: Bool = false) -> Bool {
        if let marker, marker.lifetime.isLive(at: now) { return true }
        return columns.keys.contains { name in
            guard let column = table.column(name), column.isStatic == isStatic else { return false }
            return hasValue(of: column, at: now, in: table)
        }
    }

    private func hasValue(of column: ColumnShape, at now: Int64, in table: TableShape) -> Bool {
        if isComplex(column) { return !elements(of: column, at: now, in: table).isEmpty }
        return cell(of: column, at: now, in: table) != nil
    }

    /// Whether a column has cells for its elements; tables that are not stored keep all values in one.
    private func isComplex(_ column: ColumnShape) -> Bool {
        guard column.isMultiCell else { return false }
        if case .simple? = columns[column.name] { return false }
        return true
    }

    /// The cell of a column with one cell, if it has a value at a second since 1970.
    func cell(of column: ColumnShape, at now: Int64, in table: TableShape) -> Cell? {
        guard case .simple(let cell)? = columns[column.name], cell.liveValue(at: now) != nil else { return nil }
        // What was written before a column of this name was dropped is not the column's.
        if let dropped = table.droppedColumns[column.name], cell.timestamp <= dropped { return nil }
        return cell
    }

    /// The cells of a column with several that have a value at a second since 1970.
    func elements(of column: ColumnShape, at now: Int64, in table: TableShape) -> [CellCollection.Element] {
        guard case .complex(let collection)? = columns[column.name] else { return [] }
        let live = collection.live(at: now)
        guard let dropped = table.droppedColumns[column.name] else { return live }
        return live.filter { $0.cell.timestamp > dropped }
    }

    /// The value of a column at a second since 1970; nil is null.
    func value(of column: ColumnShape, at now: Int64, in table: TableShape) -> [UInt8]? {
        guard isComplex(column) else { return cell(of: column, at: now, in: table)?.value }
        return column.joined(elements(of: column, at: now, in: table))
    }
}

extension ColumnShape {
    /// The value that cells make together; nil if there are none.
    func joined(_ elements: [CellCollection.Element]) -> [UInt8]? {
        if elements.isEmpty { return nil }
        switch type {
        case .list: return ValueParts.joinCounted(elements.compactMap(\.cell.value))
        case .set: return ValueParts.joinCounted(elements.map(\.path))
        case .map:
            return ValueParts.joinCounted(elements.flatMap { [$0.path, $0.cell.value ?? []] }, groupsOf: 2)
        case .udt(let type):
            var fields: [[UInt8]?] = Array(repeating: nil, count: type.fields.count)
            for element in elements {
                let position = element.path.reduce(0) { $0 << 8 | Int($1) }
                if position < fields.count { fields[position] = element.cell.value }
            }
            return ValueParts.joinComponents(fields)
        default: return nil
        }
    }
}
