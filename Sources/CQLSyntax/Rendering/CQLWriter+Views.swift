/// Materialized views, and tables that are copies of others.
extension CQLWriter {
    mutating func write(_ view: CreateView) {
        write("CREATE MATERIALIZED VIEW ")
        if view.ifNotExists { write("IF NOT EXISTS ") }
        write(view.name)
        write(" AS SELECT ")
        write(view.items)
        write(" FROM ")
        write(view.table)
        writeWhere(view.relations)
        write(" ")
        write(view.primaryKey)
        writeOptions(
            clusteringOrder: view.clusteringOrder,
            isCompactStorage: view.isCompactStorage,
            properties: view.properties
        )
    }

    mutating func write(_ view: AlterView) {
        write("ALTER MATERIALIZED VIEW ")
        if view.ifExists { write("IF EXISTS ") }
        write(view.name)
        writeWith(view.properties)
    }

    mutating func write(_ table: CopyTable) {
        write("CREATE TABLE ")
        if table.ifNotExists { write("IF NOT EXISTS ") }
        write(table.name)
        write(" LIKE ")
        write(table.source)
        var separator = " WITH "
        for option in table.options {
            write(separator + option.rawValue)
            separator = " AND "
        }
        for property in table.properties {
            write(separator)
            write(property)
            separator = " AND "
        }
    }
}
