/// What the server says about a column of a result or about a bind marker (native_protocol_v4.spec §4.2.5.2).
public struct ColumnSpecification: Hashable, Sendable {
    /// The keyspace of the table.
    public var keyspace: String
    /// The table.
    public var table: String
    /// The name of the column, as in CQL without quotes; for markers also `[limit]` and the like.
    public var name: String
    /// The type of the values.
    public var type: CQLType

    /// Creates a description of a column.
    public init(keyspace: String, table: String, name: String, type: CQLType) {
        self.keyspace = keyspace
        self.table = table
        self.name = name
        self.type = type
    }
}

extension ColumnSpecification {
    /// The most columns or markers that are accepted; each takes far more memory than bytes.
    ///
    /// The server allows as many bind markers, and nobody has a table with as many columns.
    private static let maximumCount = 65_535

    /// Whether all columns belong to one table, so that its name is sent once.
    static func share(_ columns: [ColumnSpecification]) -> Bool {
        guard let first = columns.first else { return false }
        return columns.allSatisfy { $0.keyspace == first.keyspace && $0.table == first.table }
    }

    /// Writes the columns, with their table in front if they share it.
    static func encode(
        _ columns: [ColumnSpecification],
        shared: Bool,
        into writer: inout ByteWriter
    ) throws(WireError) {
        if shared, let first = columns.first {
            try writer.writeString(first.keyspace, "the keyspace of the columns")
            try writer.writeString(first.table, "the table of the columns")
        }
        for column in columns {
            if !shared {
                try writer.writeString(column.keyspace, "the keyspace of a column")
                try writer.writeString(column.table, "the table of a column")
            }
            try writer.writeString(column.name, "the name of a column")
            try column.type.encode(into: &writer)
        }
    }

    /// Reads `count` columns.
    static func decode(
        _ count: Int,
        shared: Bool,
        from reader: inout ByteReader
    ) throws(WireError) -> [ColumnSpecification] {
        var keyspace = ""
        var table = ""
        if shared {
            keyspace = try reader.readString("the keyspace of the columns")
            table = try reader.readString("the table of the columns")
        }
        guard count <= maximumCount else {
            throw WireError(
                .tooLarge,
                field: "the number of columns",
                needed: "at most \(maximumCount)",
                had: "\(count)",
                position: reader.position
            )
        }
        // A name and a type have two bytes each at least, and so have keyspace and table.
        try reader.checkCount(count, minimumSize: shared ? 4 : 8, "the number of columns")
        var columns: [ColumnSpecification] = []
        columns.reserveCapacity(count)
        for index in 0..<count {
            do {
                if !shared {
                    keyspace = try reader.readString("the keyspace")
                    table = try reader.readString("the table")
                }
                let name = try reader.readString("the name")
                let type = try CQLType(from: &reader)
                columns.append(ColumnSpecification(keyspace: keyspace, table: table, name: name, type: type))
            } catch {
                throw error.within("column \(index + 1)")
            }
        }
        return columns
    }
}
