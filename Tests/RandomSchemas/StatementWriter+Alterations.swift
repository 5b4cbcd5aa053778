import CQLSyntax
import SchemaModel

extension StatementWriter {
    /// `ALTER TABLE`.
    mutating func alterTable() -> String? {
        guard let table = pick(keyspace.tables) else { return nil }
        let start = "ALTER TABLE \(qualified(table.name))"
        switch random.below(10) {
        case 0...3:
            let taken = Set(table.columns.map(\.name))
            // By chance what has been dropped comes back.
            let back = table.dropped.keys.sorted().first { !taken.contains($0) && random.isTrue(30) }
            let name = back ?? columnNames(1, besides: taken)[0]
            let isStatic = !table.clustering.isEmpty && random.isTrue(15)
            return "\(start) ADD \(definition(name, table.isCounter ? "counter" : columnType(), isStatic: isStatic))"
        case 4...6:
            let columns = table.statics + table.regulars
            guard !columns.isEmpty else { return alterOptions(of: table) }
            return "\(start) DROP \(CQLIdentifier.quoted(random.pick(columns).name))"
        case 7:
            let from = random.pick(table.primaryKey).name
            let to = columnNames(1, besides: Set(table.columns.map(\.name)))[0]
            return "\(start) RENAME \(CQLIdentifier.quoted(from)) TO \(CQLIdentifier.quoted(to))"
        default: return alterOptions(of: table)
        }
    }

    private mutating func alterOptions(of table: Table) -> String {
        let options = options(random.number(1...3), isCounter: table.isCounter)
        return "ALTER TABLE \(qualified(table.name)) WITH \(options.joined(separator: " AND "))"
    }

    /// `ALTER TYPE`.
    mutating func alterType() -> String? {
        guard let type = pick(keyspace.types) else { return nil }
        let start = "ALTER TYPE \(qualified(type.name))"
        let name = CQLIdentifier.quoted(columnNames(1, besides: Set(type.fields.map(\.name)))[0])
        // Servers let a type in use have a field that is many cells, and then refuse what their own DESCRIBE writes.
        if random.isTrue(60) { return "\(start) ADD \(name) \(keyType())" }
        return "\(start) RENAME \(CQLIdentifier.quoted(random.pick(type.fields).name)) TO \(name)"
    }

    /// A statement that drops something, where nothing needs it.
    mutating func drop() -> String? {
        switch random.below(3) {
        case 0: pick(keyspace.tables).map { "DROP TABLE \(qualified($0.name))" }
        case 1: pick(keyspace.types).map { "DROP TYPE \(qualified($0.name))" }
        default:
            pick(keyspace.tables.filter { !$0.value.indexes.isEmpty }).flatMap { table in
                pick(table.indexes).map { "DROP INDEX \(qualified($0.name))" }
            }
        }
    }
}
