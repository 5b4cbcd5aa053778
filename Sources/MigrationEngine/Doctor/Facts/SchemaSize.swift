import SchemaModel

/// How much a keyspace holds of what nodes can limit.
struct SchemaSize: Sendable {
    /// The table, or type, that has the most of something.
    struct Largest: Sendable {
        let name: String
        let count: Int
    }

    let columns: Largest?
    let indexes: Largest?
    let views: Largest?
    let fields: Largest?
    /// Whether it holds a materialized view.
    let hasViews: Bool
    /// Whether it holds a function or an aggregate.
    let hasFunctions: Bool

    init(
        columns: Largest? = nil, indexes: Largest? = nil, views: Largest? = nil, fields: Largest? = nil,
        hasViews: Bool = false, hasFunctions: Bool = false
    ) {
        self.columns = columns
        self.indexes = indexes
        self.views = views
        self.fields = fields
        self.hasViews = hasViews
        self.hasFunctions = hasFunctions
    }

    init(_ keyspace: Keyspace) {
        let tables = keyspace.tables.values.sorted { $0.name < $1.name }
        let largest = { (count: (Table) -> Int) in
            tables.map { Largest(name: $0.name, count: count($0)) }.max { $0.count < $1.count }
        }
        self.init(
            columns: largest { $0.columns.count }, indexes: largest { $0.indexes.count },
            views: largest { keyspace.views(of: $0).count },
            fields: keyspace.types.values.map { Largest(name: $0.name, count: $0.fields.count) }
                .max { ($0.count, $1.name) < ($1.count, $0.name) },
            hasViews: !keyspace.views.isEmpty,
            hasFunctions: !keyspace.functions.isEmpty || !keyspace.aggregates.isEmpty)
    }
}
