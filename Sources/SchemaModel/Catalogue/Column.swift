public import CQLSyntax

/// A column of a table (`ColumnMetadata`).
public struct Column: Hashable, Sendable {
    /// What a column is in its table; the text is that of `system_schema.columns`.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case partitionKey = "partition_key"
        case clustering
        case `static`
        case regular
    }

    /// The order of a clustering column's values; the text is that of `system_schema.columns`.
    public enum Order: String, Hashable, Sendable, CaseIterable {
        /// Not a clustering column.
        case none
        case ascending = "asc"
        case descending = "desc"
    }

    /// The name.
    public var name: String
    /// The type of its values.
    public var type: DataType
    /// What it is in its table.
    public var kind: Kind
    /// How its values are ordered within a partition; `none` if it is not a clustering column.
    public var order: Order
    /// What hides its values from those who may not see them (5.0 and later).
    public var mask: FunctionCall?
    /// What new values must satisfy (6.0).
    public var constraints: [ColumnConstraint]

    /// Makes a column.
    public init(
        _ name: String,
        _ type: DataType,
        _ kind: Kind = .regular,
        order: Order? = nil,
        mask: FunctionCall? = nil,
        constraints: [ColumnConstraint] = []
    ) {
        self.name = name
        self.type = type
        self.kind = kind
        self.order = order ?? (kind == .clustering ? .ascending : .none)
        self.mask = mask
        self.constraints = constraints
    }

    /// The order of static and of regular columns (`ColumnMetadata.compareTo`): those with a single cell first, then by
    /// the bytes of the name.
    static func isStoredBefore(_ left: Column, _ right: Column) -> Bool {
        if left.type.isMultiCell != right.type.isMultiCell { return right.type.isMultiCell }
        return left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
    }
}
