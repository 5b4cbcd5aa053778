/// `CREATE TABLE`.
public struct CreateTable: Hashable, Sendable {
    /// The table.
    public let name: QualifiedName
    /// Whether it says IF NOT EXISTS.
    public let ifNotExists: Bool
    /// Its columns in the order in which they are written.
    public let columns: [ColumnDefinition]
    /// `PRIMARY KEY (…)` where it stands apart from the columns.
    public let primaryKey: PrimaryKey?
    /// `CLUSTERING ORDER BY (…)`.
    public let clusteringOrder: [ClusteringOrder]
    /// Whether it says COMPACT STORAGE.
    public let isCompactStorage: Bool
    /// What else stands behind WITH, `id` included.
    public let properties: [Property]

    /// Makes a statement.
    public init(
        name: QualifiedName,
        ifNotExists: Bool = false,
        columns: [ColumnDefinition],
        primaryKey: PrimaryKey?,
        clusteringOrder: [ClusteringOrder] = [],
        isCompactStorage: Bool = false,
        properties: [Property] = []
    ) {
        self.name = name
        self.ifNotExists = ifNotExists
        self.columns = columns
        self.primaryKey = primaryKey
        self.clusteringOrder = clusteringOrder
        self.isCompactStorage = isCompactStorage
        self.properties = properties
    }
}
