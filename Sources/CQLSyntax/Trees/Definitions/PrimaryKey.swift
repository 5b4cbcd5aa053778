/// `PRIMARY KEY ((partition), clustering)`.
public struct PrimaryKey: Hashable, Sendable {
    /// The columns of the partition key.
    public let partition: [Name]
    /// The clustering columns.
    public let clustering: [Name]

    /// Makes a key.
    public init(partition: [Name], clustering: [Name] = []) {
        self.partition = partition
        self.clustering = clustering
    }
}

/// One column of `CLUSTERING ORDER BY`.
public struct ClusteringOrder: Hashable, Sendable {
    /// The column.
    public let column: Name
    /// Whether its values descend.
    public let isDescending: Bool

    /// Makes an order.
    public init(column: Name, isDescending: Bool) {
        self.column = column
        self.isDescending = isDescending
    }
}
