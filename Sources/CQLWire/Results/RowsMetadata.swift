/// What describes rows (native_protocol_v4.spec §4.2.5.2).
public struct RowsMetadata: Hashable, Sendable {
    /// How many columns each row has.
    public let columnCount: Int
    /// The columns; nil if the server left them out (the request asked so, or the statement gives no rows).
    public let columns: [ColumnSpecification]?
    /// Where the next page begins; nil on the last page.
    ///
    /// Opaque.
    public let pagingState: [UInt8]?

    /// Creates metadata with columns.
    public init(columns: [ColumnSpecification], pagingState: [UInt8]? = nil) {
        self.columnCount = columns.count
        self.columns = columns
        self.pagingState = pagingState
    }

    /// Creates metadata that leaves the columns out.
    public init(columnCount: Int, pagingState: [UInt8]? = nil) {
        self.columnCount = columnCount
        self.columns = nil
        self.pagingState = pagingState
    }

    /// Whether another page follows.
    ///
    /// Pages may be empty.
    public var hasMorePages: Bool { pagingState != nil }
}

extension RowsMetadata {
    /// Writes the metadata.
    func encode(into writer: inout ByteWriter) throws(WireError) {
        var flags: MetadataFlags = []
        let shared = ColumnSpecification.share(columns ?? [])
        if shared { flags.insert(.globalTable) }
        if pagingState != nil { flags.insert(.hasMorePages) }
        if columns == nil { flags.insert(.noMetadata) }
        writer.writeInt(flags.rawValue)
        try writer.writeIntCount(columnCount, "the number of columns")
        if let pagingState { try writer.writeBytes(pagingState, "the paging state") }
        if let columns { try ColumnSpecification.encode(columns, shared: shared, into: &writer) }
    }

    /// Reads metadata.
    init(from reader: inout ByteReader) throws(WireError) {
        let flags = try MetadataFlags.decode(&reader)
        let start = reader.position
        let count = Int(try reader.readInt("the number of columns"))
        guard count >= 0 else {
            throw .malformed("the number of columns", needed: "a count of 0 or more", had: "\(count)", at: start)
        }
        let pagingState =
            flags.contains(.hasMorePages) ? try reader.readBytes("the paging state").map { Array($0) } : nil
        if flags.contains(.noMetadata) {
            self.init(columnCount: count, pagingState: pagingState)
        } else {
            let columns = try ColumnSpecification.decode(
                count,
                shared: flags.contains(.globalTable),
                from: &reader
            )
            self.init(columns: columns, pagingState: pagingState)
        }
    }
}
