extension CQLWriter {
    mutating func write(_ select: Select) {
        write("SELECT ")
        if select.isJSON { write("JSON ") }
        if select.isDistinct { write("DISTINCT ") }
        write(select.items)
        write(" FROM ")
        write(select.table)
        writeWhere(select.relations)
        if !select.groupBy.isEmpty {
            write(" GROUP BY ")
            writeList(select.groupBy) { $0.write($1) }
        }
        if !select.orderBy.isEmpty {
            write(" ORDER BY ")
            writeList(select.orderBy) { $0.write($1) }
        }
        if let limit = select.perPartitionLimit { write(" PER PARTITION LIMIT \(limit)") }
        if let limit = select.limit { write(" LIMIT \(limit)") }
        if select.allowFiltering { write(" ALLOW FILTERING") }
        writeWith(select.options)
    }

    /// Writes what is selected; `*` where there is nothing.
    mutating func write(_ items: [SelectedItem]) {
        if items.isEmpty { write("*") }
        writeList(items) {
            $0.write($1.selector)
            if let alias = $1.alias {
                $0.write(" AS ")
                $0.write(alias)
            }
        }
    }

    private mutating func write(_ ordering: Ordering) {
        write(ordering.column)
        if let vector = ordering.nearestTo {
            write(" ANN OF ")
            write(vector)
        }
        if ordering.isDescending { write(" DESC") }
    }

    mutating func write(_ describe: Describe) {
        write("DESCRIBE ")
        switch describe.target {
        case .schema(let isFull): write(isFull ? "FULL SCHEMA" : "SCHEMA")
        case .cluster: write("CLUSTER")
        case .list(let kind): write(kind.rawValue.uppercased())
        case .keyspace(let name, let isOnly):
            write(isOnly ? "ONLY KEYSPACE" : "KEYSPACE")
            if let name { write(" \(name)") }
        case .object(let kind, let name):
            write(kind.phrase)
            write(" ")
            switch kind {
            case .type: writeType(name)
            case .function, .aggregate: writeFunction(name)
            default: write(name)
            }
        case .anything(let name):
            if let keyspace = name.keyspace {
                writeNoKeyword(keyspace)
                write(".")
            }
            writeNoKeyword(name.name)
        }
        if describe.withInternals { write(" WITH INTERNALS") }
    }
}
