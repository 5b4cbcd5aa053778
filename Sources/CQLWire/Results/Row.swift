/// A row of a result.
///
/// Cells are decoded when they are asked for.
public struct Row: Sendable {
    private let rows: Rows
    private let index: Int

    init(rows: Rows, index: Int) {
        self.rows = rows
        self.index = index
    }

    /// The columns; empty if the server left them out.
    public var columns: [ColumnSpecification] { rows.columns }

    /// The bytes of all cells, in the order of the columns; nil is null.
    public var cells: [ArraySlice<UInt8>?] {
        (0..<rows.metadata.columnCount).map { rows.cell(row: index, column: $0) }
    }

    /// Whether the result has a column of this name.
    ///
    /// Servers differ in the columns of system tables and of conditional statements.
    public func hasColumn(_ name: String) -> Bool {
        rows.columnIndex(name) != nil
    }

    /// The bytes of the cell in the column of this name; nil is null.
    ///
    /// - Throws: ``WireError`` if there is no such column.
    public func cell(_ name: String) throws(WireError) -> ArraySlice<UInt8>? {
        rows.cell(row: index, column: try column(name))
    }

    /// The value in the column of this name; nil is null.
    ///
    /// - Throws: ``WireError`` if there is no such column, or if the bytes are not a value of its type.
    public func value(_ name: String) throws(WireError) -> CQLValue? {
        try value(at: try column(name))
    }

    /// The value in the column of this index; nil is null.
    ///
    /// - Throws: ``WireError`` if there is no such column, or if the bytes are not a value of its type.
    public func value(at column: Int) throws(WireError) -> CQLValue? {
        guard columns.indices.contains(column) else {
            throw .malformed("column \(column + 1)", needed: "an index below \(columns.count)", had: "\(column)")
        }
        let specification = columns[column]
        do {
            return try CQLValue.decode(rows.cell(row: index, column: column), as: specification.type)
        } catch {
            throw error.within("column '\(specification.name)' in row \(index + 1)")
        }
    }

    private func column(_ name: String) throws(WireError) -> Int {
        guard let column = rows.columnIndex(name) else {
            let names = columns.map(\.name).joined(separator: ", ")
            throw .malformed("column '\(name)'", needed: "a column of that name", had: "only: \(names)")
        }
        return column
    }
}
