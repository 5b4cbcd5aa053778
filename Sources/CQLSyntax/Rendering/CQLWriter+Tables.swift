extension CQLWriter {
    mutating func write(_ table: CreateTable) {
        write("CREATE TABLE ")
        if table.ifNotExists { write("IF NOT EXISTS ") }
        write(table.name)
        write(" (")
        writeList(table.columns) { $0.write($1) }
        if let key = table.primaryKey {
            if !table.columns.isEmpty { write(", ") }
            write(key)
        }
        write(")")
        writeOptions(
            clusteringOrder: table.clusteringOrder,
            isCompactStorage: table.isCompactStorage,
            properties: table.properties
        )
    }

    /// Writes ` WITH …` of a table or a view, if there is anything in it.
    mutating func writeOptions(clusteringOrder: [ClusteringOrder], isCompactStorage: Bool, properties: [Property]) {
        var separator = " WITH "
        if isCompactStorage {
            write(separator + "COMPACT STORAGE")
            separator = " AND "
        }
        if !clusteringOrder.isEmpty {
            write(separator + "CLUSTERING ORDER BY ")
            write(clusteringOrder)
            separator = " AND "
        }
        for property in properties {
            write(separator)
            write(property)
            separator = " AND "
        }
    }

    mutating func write(_ orders: [ClusteringOrder]) {
        writeBracketed("(", orders, ")") {
            $0.write($1.column)
            $0.write($1.isDescending ? " DESC" : " ASC")
        }
    }

    mutating func write(_ key: PrimaryKey) {
        write("PRIMARY KEY (")
        if key.partition.count == 1, let column = key.partition.first {
            write(column)
        } else {
            writeNames(key.partition)
        }
        for column in key.clustering {
            write(", ")
            write(column)
        }
        write(")")
    }

    mutating func write(_ column: ColumnDefinition) {
        write(column.name)
        write(" ")
        write(column.type)
        if column.isStatic { write(" STATIC") }
        if let mask = column.mask {
            write(" ")
            writeMask(mask)
        }
        if !column.constraints.isEmpty {
            write(" ")
            write(column.constraints)
        }
        if column.isPrimaryKey { write(" PRIMARY KEY") }
    }

    private mutating func writeMask(_ mask: FunctionCall) {
        write("MASKED WITH ")
        if mask.function.keyspace == nil, mask.function.name.text == "mask_default", mask.arguments.isEmpty {
            write("DEFAULT")
        } else {
            write(mask)
        }
    }

    private mutating func write(_ constraints: [ColumnConstraint]) {
        write("CHECK ")
        writeJoined(constraints, by: " AND ") { writer, constraint in
            switch constraint {
            case .notNull: writer.write("NOT NULL")
            case .comparison(let name, let comparison, let value):
                writer.write(name)
                writer.write(" \(comparison.rawValue) \(value)")
            case .function(let function): writer.write(function)
            case .functionComparison(let function, let comparison, let value):
                writer.write(function)
                writer.write(" \(comparison.rawValue) \(value)")
            }
        }
    }

    private mutating func write(_ function: ColumnConstraint.FunctionConstraint) {
        // A name that the parser takes for a call must not be `expr(`.
        if function.name.text == "expr" { writeQuoted("expr") } else { write(function.name) }
        writeBracketed("(", function.arguments, ")") { $0.write($1) }
    }

    mutating func write(_ table: AlterTable) {
        write("ALTER TABLE ")
        if table.ifExists { write("IF EXISTS ") }
        write(table.name)
        write(" ")
        write(table.change)
    }

    private mutating func write(_ change: AlterTable.Change) {
        switch change {
        case .add(let columns, let ifNotExists):
            write(ifNotExists ? "ADD IF NOT EXISTS " : "ADD ")
            if columns.count == 1, let column = columns.first {
                write(column)
            } else {
                writeBracketed("(", columns, ")") { $0.write($1) }
            }
        case .drop(let columns, let ifExists, let timestamp):
            write(ifExists ? "DROP IF EXISTS " : "DROP ")
            if columns.count == 1, let column = columns.first { write(column) } else { writeNames(columns) }
            if let timestamp { write(" USING TIMESTAMP \(timestamp)") }
        case .rename(let renames, let ifExists): write(renames, ifExists: ifExists)
        case .alterType(let column, let type, let ifExists):
            writeAlter(column, ifExists: ifExists)
            write("TYPE ")
            write(type)
        case .mask(let column, let mask, let ifExists):
            writeAlter(column, ifExists: ifExists)
            if let mask { writeMask(mask) } else { write("DROP MASKED") }
        case .check(let column, let constraints, let ifExists):
            writeAlter(column, ifExists: ifExists)
            if constraints.isEmpty { write("DROP CHECK") } else { write(constraints) }
        case .properties(let properties):
            write("WITH ")
            writeJoined(properties, by: " AND ") { $0.write($1) }
        case .dropCompactStorage: write("DROP COMPACT STORAGE")
        }
    }

    private mutating func writeAlter(_ column: Name, ifExists: Bool) {
        write(ifExists ? "ALTER IF EXISTS " : "ALTER ")
        write(column)
        write(" ")
    }

    mutating func write(_ renames: [Rename], ifExists: Bool) {
        write(ifExists ? "RENAME IF EXISTS " : "RENAME ")
        writeJoined(renames, by: " AND ") {
            $0.write($1.from)
            $0.write(" TO ")
            $0.write($1.to)
        }
    }
}

extension ColumnDefinition: CustomStringConvertible {
    /// The definition as CQL.
    public var description: String { CQLWriter.text { $0.write(self) } }
}
