import CQLSyntax

/// Makes a table of CREATE TABLE as 3.11 does, with its order of checks and its texts.
struct OldTableBuilder {
    private let statement: CreateTable
    private let reader: PropertyReader
    private let context: SchemaContext

    init(_ statement: CreateTable, _ reader: PropertyReader, _ context: SchemaContext) {
        self.statement = statement
        self.reader = reader
        self.context = context
    }

    func table(in keyspace: Keyspace) throws(SchemaRefusal) -> Table {
        let name = statement.name.name.text
        try checkNames(name)
        let rules = TableOptionRules(context: context)
        let options = try rules.newOptions(reader)
        let id = try rules.id(reader) ?? context.newTableID
        var columns = try columns(in: keyspace)
        let inline = statement.columns.filter(\.isPrimaryKey).map(\.name.text)
        let keys = inline.count + (statement.primaryKey == nil ? 0 : 1)
        guard keys > 0 else { throw .invalid("No PRIMARY KEY specifed (exactly one required)") }
        guard keys == 1 else { throw .invalid("Multiple PRIMARY KEYs specifed (exactly one required)") }
        let isCounter = statement.columns.contains { $0.type.isNative(.counter) }
        if isCounter, options.defaultTimeToLive > 0 {
            throw .invalid("Cannot set default_time_to_live on a table with counters")
        }
        let partition = statement.primaryKey?.partition.map(\.text) ?? inline
        let clustering = statement.primaryKey?.clustering.map(\.text) ?? []
        let all = columns
        for name in partition + clustering { try takeKey(name, from: &columns, keyspace) }
        if isCounter, !columns.values.allSatisfy({ $0.type == .native(.counter) }) {
            throw .invalid("Cannot mix counter and non counter columns in the same table")
        }
        let layout = TableLayout(statement, partition: partition, clustering: clustering)
        try layout.check(columns.mapValues(\.type))
        try checkOrder(clustering)
        return Table(
            id: id, keyspace: keyspace.name, name: name, columns: layout.columns(all, isCounter: isCounter),
            options: options, flags: layout.flags(isCounter: isCounter))
    }

    private func checkNames(_ name: String) throws(SchemaRefusal) {
        guard SchemaName.isWord(name) else {
            throw .invalid(
                "\"\(name)\" is not a valid table name (must be alphanumeric character or underscore only: "
                    + "[a-zA-Z_0-9]+)")
        }
        guard name.utf16.count <= 48 else {
            throw .invalid("Table names shouldn't be more than 48 characters long (got \"\(name)\")")
        }
        var seen: Set<String> = []
        for column in statement.columns where !seen.insert(column.name.text).inserted {
            throw .invalid("Multiple definition of identifier \(column.name.text)")
        }
    }

    private func columns(in keyspace: Keyspace) throws(SchemaRefusal) -> [String: Column] {
        let resolver = TypeResolver(keyspace: keyspace.name, types: keyspace.types)
        var columns: [String: Column] = [:]
        for definition in statement.columns {
            let type = try resolver.resolve(definition.type)
            if keyspace.hasNestedCollection(type) {
                throw .invalid("Non-frozen UDTs with nested non-frozen collections are not supported")
            }
            columns[definition.name.text] = Column(
                definition.name.text, type, definition.isStatic ? .static : .regular)
        }
        return columns
    }

    private func takeKey(
        _ name: String, from columns: inout [String: Column], _ keyspace: Keyspace
    ) throws(SchemaRefusal) {
        guard let column = columns[name] else {
            throw .invalid("Unknown definition \(name) referenced in PRIMARY KEY")
        }
        if column.type.isMultiCell {
            let kind = column.type.isCollection ? "collection" : "user-defined"
            throw .invalid("Invalid non-frozen \(kind) type for PRIMARY KEY component \(name)")
        }
        columns[name] = nil
        if column.type == .native(.counter) {
            throw .invalid("counter type is not supported for PRIMARY KEY part \(name)")
        }
        if keyspace.containsDuration(column.type) {
            throw .invalid("duration type is not supported for PRIMARY KEY part \(name)")
        }
        if column.kind == .static { throw .invalid("Static column \(name) cannot be part of the PRIMARY KEY") }
    }

    private func checkOrder(_ clustering: [String]) throws(SchemaRefusal) {
        // A column that stands there twice counts once, at its first place.
        var ordered: [String] = []
        for order in statement.clusteringOrder where !ordered.contains(order.column.text) {
            ordered.append(order.column.text)
        }
        let others = ordered.filter { !clustering.contains($0) }
        guard others.isEmpty else {
            throw .invalid(
                "Only clustering key columns can be defined in CLUSTERING ORDER directive: "
                    + "[\(others.joined(separator: ", "))] are not clustering columns")
        }
        for (name, expected) in zip(ordered, clustering) where name != expected {
            guard ordered.contains(expected) else { throw .invalid("Missing CLUSTERING ORDER for column \(expected)") }
            throw .invalid(
                "The order of columns in the CLUSTERING ORDER directive must be the one of the clustering key "
                    + "(\(expected) must appear before \(name))")
        }
    }
}
