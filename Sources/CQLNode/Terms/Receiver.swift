import CQLWire

/// What a term is a value for (`ColumnSpecification`): a column, or a part of one such as `value(m)`.
struct Receiver: Hashable, Sendable {
    var keyspace: String
    var table: String
    var name: String
    var type: CQLType
    /// Whether the elements of the value are cells of their own; only messages tell the difference.
    var isMultiCell: Bool

    init(keyspace: String, table: String, name: String, type: CQLType, isMultiCell: Bool = false) {
        self.keyspace = keyspace
        self.table = table
        self.name = name
        self.type = type
        self.isMultiCell = isMultiCell
    }

    /// A column of a table.
    init(_ column: ColumnShape, of table: TableShape) {
        self.init(
            keyspace: table.keyspace,
            table: table.name,
            name: column.name,
            type: column.type,
            isMultiCell: column.isMultiCell
        )
    }

    /// The type as messages have it.
    var typeName: String { type.serverName(isMultiCell: isMultiCell) }

    /// A part of what this stands for.
    func part(_ name: String, _ type: CQLType) -> Receiver {
        Receiver(keyspace: keyspace, table: table, name: name, type: type)
    }

    /// What the metadata of a statement say of a marker for it.
    func specification(named name: String? = nil) -> ColumnSpecification {
        ColumnSpecification(keyspace: keyspace, table: table, name: name ?? self.name, type: type)
    }
}
