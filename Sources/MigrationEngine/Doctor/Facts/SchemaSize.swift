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
        var columns: Largest?
        var indexes: Largest?
        var views: Largest?
        var fields: Largest?
        for table in keyspace.tables.values {
            Self.keep(table.columns.count, table.name, &columns)
            Self.keep(table.indexes.count, table.name, &indexes)
            Self.keep(keyspace.views(of: table).count, table.name, &views)
        }
        for type in keyspace.types.values { Self.keep(type.fields.count, type.name, &fields) }
        self.init(
            columns: columns, indexes: indexes, views: views, fields: fields, hasViews: !keyspace.views.isEmpty,
            hasFunctions: !keyspace.functions.isEmpty || !keyspace.aggregates.isEmpty)
    }

    /// Keeps the larger, and of two alike the first by name.
    private static func keep(_ count: Int, _ name: String, _ largest: inout Largest?) {
        if let known = largest, known.count > count || (known.count == count && known.name < name) { return }
        largest = Largest(name: name, count: count)
    }
}
