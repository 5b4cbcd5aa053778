/// Keyspaces, types and indexes.
extension CQLWriter {
    mutating func write(_ keyspace: CreateKeyspace) {
        write("CREATE KEYSPACE ")
        if keyspace.ifNotExists { write("IF NOT EXISTS ") }
        write(keyspace.name)
        writeWith(keyspace.properties)
    }

    mutating func write(_ keyspace: AlterKeyspace) {
        write("ALTER KEYSPACE ")
        if keyspace.ifExists { write("IF EXISTS ") }
        write(keyspace.name)
        writeWith(keyspace.properties)
    }

    mutating func write(_ keyspace: DropKeyspace) {
        write("DROP KEYSPACE ")
        if keyspace.ifExists { write("IF EXISTS ") }
        write(keyspace.name)
    }

    mutating func write(_ object: DropObject, _ kind: String) {
        write("DROP \(kind) ")
        if object.ifExists { write("IF EXISTS ") }
        if kind == "TYPE" { writeType(object.name) } else { write(object.name) }
    }

    mutating func write(_ type: CreateType) {
        write("CREATE TYPE ")
        if type.ifNotExists { write("IF NOT EXISTS ") }
        writeType(type.name)
        write(" ")
        writeBracketed("(", type.fields, ")") { $0.write($1) }
    }

    private mutating func write(_ field: FieldDefinition) {
        write(field.name)
        write(" ")
        write(field.type)
    }

    mutating func write(_ type: AlterType) {
        write("ALTER TYPE ")
        if type.ifExists { write("IF EXISTS ") }
        writeType(type.name)
        switch type.change {
        case .add(let field, let ifNotExists):
            write(ifNotExists ? " ADD IF NOT EXISTS " : " ADD ")
            write(field)
        case .rename(let renames, let ifExists):
            write(" ")
            write(renames, ifExists: ifExists)
        case .alter(let field):
            write(" ALTER ")
            write(field.name)
            write(" TYPE ")
            write(field.type)
        }
    }

    mutating func write(_ index: CreateIndex) {
        write(index.isCustom ? "CREATE CUSTOM INDEX " : "CREATE INDEX ")
        if index.ifNotExists { write("IF NOT EXISTS ") }
        if let name = index.name {
            write(name)
            write(" ")
        }
        write("ON ")
        write(index.table)
        write(" ")
        writeBracketed("(", index.targets, ")") { $0.write($1) }
        if let using = index.using { write(" USING \(using)") }
        writeWith(index.properties)
    }

    private mutating func write(_ target: CreateIndex.Target) {
        switch target {
        case .column(let name): write(name)
        case .values(let name): write("values(\(name))")
        case .keys(let name): write("keys(\(name))")
        case .entries(let name): write("entries(\(name))")
        case .full(let name): write("full(\(name))")
        }
    }
}
