/// CREATE, ALTER and DROP MATERIALIZED VIEW.
extension Parser {
    /// Reads what follows CREATE MATERIALIZED VIEW.
    mutating func createView() throws(SyntaxError) -> CreateView {
        let ifNotExists = try ifNotExists()
        let name = try qualifiedName("the name of a view")
        try expect(.as)
        try expect(.select)
        let items = try selectedItems()
        try expect(.from)
        let table = try qualifiedName("the name of a table")
        var relations: [Relation] = []
        if skip(.where) { relations = try self.relations() }
        guard keyword == .primary else { throw missing(.primary) }
        let primaryKey = try primaryKey()
        var options = TableOptions()
        if skip(.with) {
            repeat {
                let start = range
                try tableOption(&options)
                if options.isCompactStorage, release != .v311 {
                    throw failure("Only Cassandra 3.11 reads `COMPACT STORAGE` of a view.", at: start)
                }
            } while skip(.and)
        }
        return CreateView(
            name: name,
            ifNotExists: ifNotExists,
            items: items,
            table: table,
            relations: relations,
            primaryKey: primaryKey,
            clusteringOrder: options.clusteringOrder,
            isCompactStorage: options.isCompactStorage,
            properties: options.properties
        )
    }

    /// Reads what follows ALTER MATERIALIZED VIEW.
    mutating func alterView() throws(SyntaxError) -> AlterView {
        let ifExists = try ifExists(since: .v41, in: "ALTER MATERIALIZED VIEW")
        let name = try qualifiedName("the name of a view")
        try expect(.with)
        return AlterView(name: name, ifExists: ifExists, properties: try properties())
    }
}
