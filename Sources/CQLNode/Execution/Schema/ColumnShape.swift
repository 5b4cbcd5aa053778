public import CQLWire

/// A column of a table, as reading and writing rows need it.
public struct ColumnShape: Hashable, Sendable {
    /// What part of a row a column belongs to.
    public enum Kind: Hashable, Sendable {
        /// The component of the partition key at this position.
        case partitionKey(Int)
        /// The clustering column at this position.
        case clustering(Int, isDescending: Bool)
        /// A column that the rows of a partition share.
        case `static`
        /// Any other column.
        case regular
    }

    /// The name, without quotes.
    public var name: String
    /// The type of its values.
    public var type: CQLType
    /// Whether its value is kept as one cell although its type could have several.
    public var isFrozen: Bool
    /// What part of a row it belongs to.
    public var kind: Kind

    /// Makes a column.
    public init(_ name: String, _ type: CQLType, isFrozen: Bool = false, kind: Kind = .regular) {
        self.name = name
        self.type = type
        self.isFrozen = isFrozen
        self.kind = kind
    }
}

extension ColumnShape {
    /// Whether the elements of its value are cells of their own (`AbstractType.isMultiCell`).
    public var isMultiCell: Bool {
        guard !isFrozen, !isPrimaryKey else { return false }
        switch type {
        case .list, .set, .map, .udt: return true
        default: return false
        }
    }

    /// Whether it is part of the primary key.
    public var isPrimaryKey: Bool { isPartitionKey || isClustering }

    /// Whether it is part of the partition key.
    public var isPartitionKey: Bool {
        if case .partitionKey = kind { true } else { false }
    }

    /// Whether it is a clustering column.
    public var isClustering: Bool {
        if case .clustering = kind { true } else { false }
    }

    /// Whether the rows of a partition share it.
    public var isStatic: Bool { kind == .static }

    /// Whether rows are kept in descending order of it.
    public var isDescending: Bool {
        if case .clustering(_, let isDescending) = kind { isDescending } else { false }
    }

    /// The type as the server writes it in messages, with `frozen<…>`.
    var typeName: String { type.serverName(isMultiCell: isMultiCell) }
}
