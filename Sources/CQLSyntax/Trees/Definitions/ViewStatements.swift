/// `CREATE MATERIALIZED VIEW`.
public struct CreateView: Hashable, Sendable {
    /// The view.
    public let name: QualifiedName
    /// Whether it says IF NOT EXISTS.
    public let ifNotExists: Bool
    /// What is selected; empty for `*`.
    public let items: [SelectedItem]
    /// The table that it reads.
    public let table: QualifiedName
    /// `WHERE`.
    public let relations: [Relation]
    /// `PRIMARY KEY (…)`.
    public let primaryKey: PrimaryKey
    /// `CLUSTERING ORDER BY (…)`.
    public let clusteringOrder: [ClusteringOrder]
    /// Whether it says COMPACT STORAGE, which 3.11 alone reads.
    public let isCompactStorage: Bool
    /// What else stands behind WITH, `id` included.
    public let properties: [Property]

    /// Makes a statement.
    public init(
        name: QualifiedName,
        ifNotExists: Bool = false,
        items: [SelectedItem] = [],
        table: QualifiedName,
        relations: [Relation] = [],
        primaryKey: PrimaryKey,
        clusteringOrder: [ClusteringOrder] = [],
        isCompactStorage: Bool = false,
        properties: [Property] = []
    ) {
        self.name = name
        self.ifNotExists = ifNotExists
        self.items = items
        self.table = table
        self.relations = relations
        self.primaryKey = primaryKey
        self.clusteringOrder = clusteringOrder
        self.isCompactStorage = isCompactStorage
        self.properties = properties
    }
}

/// `ALTER MATERIALIZED VIEW`.
public struct AlterView: Hashable, Sendable {
    /// The view.
    public let name: QualifiedName
    /// Whether it says IF EXISTS (4.1 and later).
    public let ifExists: Bool
    /// What stands behind WITH.
    public let properties: [Property]

    /// Makes a statement.
    public init(name: QualifiedName, ifExists: Bool = false, properties: [Property]) {
        self.name = name
        self.ifExists = ifExists
        self.properties = properties
    }
}
