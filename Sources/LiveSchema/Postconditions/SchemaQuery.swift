public import CQLClient
public import SchemaModel

/// The few rows of one table of `system_schema` that belong to one object.
///
/// What a statement did is read from the rows of what it names, not from the whole keyspace: a keyspace may hold
/// thousands of tables.
public struct SchemaQuery: Hashable, Sendable {
    /// The table of `system_schema`.
    public let table: String
    /// The keyspace whose rows are read.
    public let keyspace: String
    /// The second column of the key, where it is given.
    public let column: String?
    /// Its value.
    public let name: String?

    init(_ table: String, _ keyspace: String, _ column: String? = nil, _ name: String? = nil) {
        self.table = table
        self.keyspace = keyspace
        self.column = column
        self.name = name
    }

    /// The question to a node, about its own copy of the schema. It is prepared: a run asks the same again and again.
    public var statement: CQLClient.Statement {
        var cql = "SELECT * FROM system_schema.\(table) WHERE keyspace_name = ?"
        var values: [BoundValue] = [.bytes(Array(keyspace.utf8))]
        if let column, let name {
            cql += " AND \(column) = ?"
            values.append(.bytes(Array(name.utf8)))
        }
        // One page: also the answers of other nodes are read, and those have one.
        return CQLClient.Statement(cql, values, consistency: .one, isPrepared: true, pageSize: 20_000)
    }

    /// The rows of an answer.
    ///
    /// - Throws: `ClientError` for a cell that cannot be read.
    public func rows(of answer: ResultSet) throws(ClientError) -> [SystemRow] {
        do throws(WireError) {
            return try answer.rows.map { row throws(WireError) in try SystemRow(table, row) }
        } catch {
            throw ClientError(.unreadable(error))
        }
    }
}

extension SchemaQuery {
    /// Whether a row is one that this gives.
    public func asks(for row: SystemRow) -> Bool {
        guard row.table == table, row.values["keyspace_name"] == .text(keyspace) else { return false }
        guard let column, let name else { return true }
        return row.values[column] == .text(name)
    }
}
