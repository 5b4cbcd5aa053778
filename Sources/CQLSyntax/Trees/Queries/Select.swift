/// `SELECT`.
public struct Select: Hashable, Sendable {
    /// The table.
    public let table: QualifiedName
    /// What is selected; empty for `*`.
    public let items: [SelectedItem]
    /// Whether it says JSON.
    public let isJSON: Bool
    /// Whether it says DISTINCT.
    public let isDistinct: Bool
    /// `WHERE`.
    public let relations: [Relation]
    /// `GROUP BY`.
    public let groupBy: [Selector]
    /// `ORDER BY`.
    public let orderBy: [Ordering]
    /// `PER PARTITION LIMIT`.
    public let perPartitionLimit: Term?
    /// `LIMIT`.
    public let limit: Term?
    /// Whether it says ALLOW FILTERING.
    public let allowFiltering: Bool
    /// What stands behind WITH (6.0), such as `included_indexes = {i}`.
    public let options: [Property]

    /// Makes a statement.
    public init(
        table: QualifiedName,
        items: [SelectedItem] = [],
        isJSON: Bool = false,
        isDistinct: Bool = false,
        relations: [Relation] = [],
        groupBy: [Selector] = [],
        orderBy: [Ordering] = [],
        perPartitionLimit: Term? = nil,
        limit: Term? = nil,
        allowFiltering: Bool = false,
        options: [Property] = []
    ) {
        self.table = table
        self.items = items
        self.isJSON = isJSON
        self.isDistinct = isDistinct
        self.relations = relations
        self.groupBy = groupBy
        self.orderBy = orderBy
        self.perPartitionLimit = perPartitionLimit
        self.limit = limit
        self.allowFiltering = allowFiltering
        self.options = options
    }
}

/// One column of `ORDER BY`.
public struct Ordering: Hashable, Sendable {
    /// The column.
    public let column: Name
    /// Whether its values descend.
    public let isDescending: Bool
    /// `ANN OF …` (5.0 and later): the vector that near values are looked for of.
    public let nearestTo: Term?

    /// Makes an order.
    public init(column: Name, isDescending: Bool = false, nearestTo: Term? = nil) {
        self.column = column
        self.isDescending = isDescending
        self.nearestTo = nearestTo
    }
}
