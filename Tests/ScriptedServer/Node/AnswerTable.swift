public import CQLWire

/// Rows for an answer, by columns and values.
public struct AnswerTable: Sendable {
    /// The names and types of the columns.
    public var columns: [(name: String, type: CQLType)]
    /// The values of each row, in the order of the columns; nil is null.
    public var rows: [[CQLValue?]]
    /// Where the next page begins; nil on the last one.
    public var pagingState: [UInt8]?

    /// A table of one page.
    public init(_ columns: [(name: String, type: CQLType)], _ rows: [[CQLValue?]] = []) {
        self.columns = columns
        self.rows = rows
    }

    /// A table with one row, each column with its value.
    public init(row: [(name: String, type: CQLType, value: CQLValue?)]) {
        self.init(row.map { ($0.name, $0.type) }, [row.map(\.value)])
    }

    /// The rows as the protocol has them.
    public func encoded() throws(WireError) -> Rows {
        let specifications = columns.map {
            ColumnSpecification(keyspace: "k", table: "t", name: $0.name, type: $0.type)
        }
        var cells: [[[UInt8]?]] = []
        for row in rows {
            var encoded: [[UInt8]?] = []
            for (value, column) in zip(row, columns) {
                if let value { encoded.append(try value.encoded(as: column.type)) } else { encoded.append(nil) }
            }
            cells.append(encoded)
        }
        return try Rows(metadata: RowsMetadata(columns: specifications, pagingState: pagingState), rows: cells)
    }

    /// The answer with these rows.
    public func response() throws(WireError) -> Response { .result(.rows(try encoded())) }
}
