/// Rows of a result (native_protocol_v4.spec §4.2.5.2): a collection of ``Row``.
///
/// The cells stay where they arrived, in the body of the frame; they are decoded when they are asked for. Rows that are
/// kept for long keep the whole body alive.
public struct Rows: Sendable {
    /// What describes the rows.
    public let metadata: RowsMetadata
    /// How many rows there are on this page.
    public let count: Int

    private let body: ArraySlice<UInt8>
    /// Where each cell begins with its length, counted from the start of ``body``.
    ///
    /// Not more than four bytes, since that is all that a null takes on the wire.
    private let cells: [UInt32]
    private let indexes: [String: Int]

    private init(metadata: RowsMetadata, count: Int, body: ArraySlice<UInt8>, cells: [UInt32]) {
        self.metadata = metadata
        self.count = count
        self.body = body
        self.cells = cells
        var indexes: [String: Int] = [:]
        for (index, column) in (metadata.columns ?? []).enumerated() where indexes[column.name] == nil {
            indexes[column.name] = index
        }
        self.indexes = indexes
    }

    /// Creates rows from encoded cells, for a server.
    ///
    /// - Throws: ``WireError`` if a row does not have as many cells as the metadata has columns.
    public init(metadata: RowsMetadata, rows: [[[UInt8]?]]) throws(WireError) {
        var writer = ByteWriter()
        for row in rows {
            guard row.count == metadata.columnCount, !row.isEmpty else {
                throw .unencodable("a row", needed: "\(metadata.columnCount) cells and at least 1", had: "\(row.count)")
            }
            for cell in row {
                try writer.writeBytes(cell, "a cell")
            }
        }
        var reader = ByteReader(writer.bytes)
        try self.init(metadata: metadata, count: rows.count, from: &reader)
    }

    private init(metadata: RowsMetadata, count: Int, from reader: inout ByteReader) throws(WireError) {
        let columnCount = metadata.columnCount
        guard columnCount > 0 || count == 0 else {
            // Such rows would take no bytes, so their number could not be checked.
            throw .malformed("the number of rows", needed: "0, as there are no columns", had: "\(count)")
        }
        if count > 0 {
            // Four bytes a cell; divided rather than multiplied, as the product may overflow.
            try reader.checkCount(columnCount, minimumSize: 4, "the number of columns")
            try reader.checkCount(count, minimumSize: 4 * columnCount, "the number of rows")
        }
        let body = reader.rest
        var cells: [UInt32] = []
        cells.reserveCapacity(count * columnCount)
        for row in 0..<count {
            for column in 0..<columnCount {
                do throws(WireError) {
                    guard let start = UInt32(exactly: reader.position - body.startIndex) else {
                        throw WireError(.tooLarge, field: "the value", needed: "a place below 4 GiB", had: "another")
                    }
                    _ = try reader.readBytes("the value")
                    cells.append(start)
                } catch {
                    throw error.within("column \(column + 1) in row \(row + 1)")
                }
            }
        }
        self.init(metadata: metadata, count: count, body: body, cells: cells)
    }

    /// The columns; empty if the server left them out.
    public var columns: [ColumnSpecification] { metadata.columns ?? [] }

    /// The same rows, described by columns that are known from elsewhere (the answer to PREPARE).
    ///
    /// - Throws: ``WireError`` if their number is not that of the rows' columns.
    public func described(by columns: [ColumnSpecification]) throws(WireError) -> Rows {
        guard columns.count == metadata.columnCount else {
            throw .malformed(
                "the columns of the rows",
                needed: "\(metadata.columnCount) columns",
                had: "\(columns.count)"
            )
        }
        let described = RowsMetadata(columns: columns, pagingState: metadata.pagingState)
        return Rows(metadata: described, count: count, body: body, cells: cells)
    }

    /// The index of the first column of this name, without quotes; nil if there is none.
    public func columnIndex(_ name: String) -> Int? {
        indexes[name]
    }

    /// The bytes of a cell; nil is null.
    func cell(row: Int, column: Int) -> ArraySlice<UInt8>? {
        let start = body.startIndex + Int(cells[row * metadata.columnCount + column])
        let length = body[start..<(start + 4)].reduce(0 as Int32) { $0 << 8 | Int32($1) }
        return length < 0 ? nil : body[(start + 4)..<(start + 4 + Int(length))]
    }
}

extension Rows {
    /// Writes the message after its kind.
    func encode(into writer: inout ByteWriter) throws(WireError) {
        try metadata.encode(into: &writer)
        try writer.writeIntCount(count, "the number of rows")
        for row in 0..<count {
            for column in 0..<metadata.columnCount {
                try writer.writeBytes(cell(row: row, column: column), "a cell")
            }
        }
    }

    /// Reads the message after its kind.
    init(from reader: inout ByteReader) throws(WireError) {
        let metadata = try RowsMetadata(from: &reader)
        let start = reader.position
        let count = Int(try reader.readInt("the number of rows"))
        guard count >= 0 else {
            throw .malformed("the number of rows", needed: "a count of 0 or more", had: "\(count)", at: start)
        }
        try self.init(metadata: metadata, count: count, from: &reader)
    }
}

extension Rows: RandomAccessCollection {
    /// The index of the first row.
    public var startIndex: Int { 0 }
    /// The index behind the last row.
    public var endIndex: Int { count }

    /// The row of an index below ``count``.
    public subscript(index: Int) -> Row {
        Row(rows: self, index: index)
    }
}

extension Rows: Hashable {
    /// Whether metadata and cells are equal, wherever the bytes stand.
    public static func == (left: Rows, right: Rows) -> Bool {
        left.metadata == right.metadata && left.count == right.count
            && left.elementsEqual(right) { $0.cells == $1.cells }
    }

    /// Hashes metadata and cells.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(metadata)
        hasher.combine(count)
        for row in self {
            hasher.combine(row.cells)
        }
    }
}
