import CQLSyntax

/// Makes a table of CREATE TABLE as releases from 4.0 on do (`CreateTableStatement`).
struct TableBuilder {
    private let statement: CreateTable
    private let reader: PropertyReader
    private let context: SchemaContext

    init(_ statement: CreateTable, _ reader: PropertyReader, _ context: SchemaContext) {
        self.statement = statement
        self.reader = reader
        self.context = context
    }

    /// The names of the key's columns, wherever the statement says PRIMARY KEY.
    private var partition: [String] {
        statement.primaryKey?.partition.map(\.text)
            ?? statement.columns.filter(\.isPrimaryKey).map(\.name.text)
    }

    private var clustering: [String] { statement.primaryKey?.clustering.map(\.text) ?? [] }

    /// The name as it is written, without quotes.
    private var writtenName: String { statement.name.textAsWritten }

    /// What the server finds while it reads the statement, whatever is in the schema.
    func checkText() throws(SchemaRefusal) {
        var seen: Set<String> = []
        for column in statement.columns where !seen.insert(column.name.text).inserted {
            throw .invalid("Duplicate column '\(column.name.text)' declaration for table '\(writtenName)'")
        }
        let keys = statement.columns.count(where: \.isPrimaryKey) + (statement.primaryKey == nil ? 0 : 1)
        guard keys < 2 else {
            throw .invalid("Multiple PRIMARY KEY specified for table '\(writtenName)' (exactly one required)")
        }
        var ordered: Set<String> = []
        for order in statement.clusteringOrder where !ordered.insert(order.column.text).inserted {
            throw .invalid(
                "Duplicate column '\(order.column.text)' in CLUSTERING ORDER BY clause for table '\(writtenName)'")
        }
        guard keys == 1 else {
            throw .invalid("No PRIMARY KEY specifed for table '\(writtenName)' (exactly one required)")
        }
    }

    func table(in keyspace: Keyspace) throws(SchemaRefusal) -> Table {
        let name = statement.name.name.text
        let rules = TableOptionRules(context: context)
        let options = try rules.newOptions(reader)
        let columns = try columns(in: keyspace)
        try checkKey(columns, keyspace)
        let plain = columns.filter { !partition.contains($0.key) && !clustering.contains($0.key) }
        try checkOrder()
        let layout = TableLayout(statement, partition: partition, clustering: clustering)
        try layout.check(plain.mapValues(\.type))
        let isCounter = statement.columns.contains { $0.type.isNative(.counter) }
        if isCounter {
            guard plain.values.allSatisfy({ $0.type == .native(.counter) }) else {
                throw .invalid("Cannot mix counter and non counter columns in the same table")
            }
            guard options.defaultTimeToLive <= 0 else {
                throw .invalid("Cannot set default_time_to_live on a table with counters")
            }
        }
        let id = try rules.id(reader) ?? context.newTableID
        try checkTransactions(options, keyspace.name)
        try Self.checkName(name, keyspace.name, context.release)
        let table = Table(
            id: id, keyspace: keyspace.name, name: name, columns: layout.columns(columns, isCounter: isCounter),
            options: options, flags: layout.flags(isCounter: isCounter))
        if let refusal = QuotedChecks.refusal(ofMaking: table) { throw refusal }
        return table
    }

    private func columns(in keyspace: Keyspace) throws(SchemaRefusal) -> [String: Column] {
        let resolver = TypeResolver(keyspace: keyspace.name, types: keyspace.types)
        var columns: [String: Column] = [:]
        for definition in statement.columns.sorted(by: { $0.name.text < $1.name.text }) {
            let type = try resolver.resolve(definition.type)
            columns[definition.name.text] = Column(
                definition.name.text, type, definition.isStatic ? .static : .regular, mask: definition.mask,
                constraints: definition.constraints)
        }
        for column in columns.values {
            if let mask = column.mask { try MaskRules(keyspace).check(mask, of: column) }
        }
        for column in columns.values where keyspace.hasNestedCollection(column.type) {
            throw .invalid("Non-frozen UDTs with nested non-frozen collections are not supported")
        }
        return columns
    }

    private func checkKey(_ columns: [String: Column], _ keyspace: Keyspace) throws(SchemaRefusal) {
        let table = statement.name.name.text
        var seen: Set<String> = []
        for name in partition + clustering {
            guard let column = columns[name] else {
                throw .invalid("Unknown column '\(name)' referenced in PRIMARY KEY for table '\(table)'")
            }
            guard seen.insert(name).inserted else {
                throw .invalid("Duplicate column '\(name)' in PRIMARY KEY clause for table '\(table)'")
            }
            if column.type.isMultiCell {
                let kind = column.type.isCollection ? "collection" : "user-defined"
                throw .invalid(
                    "Invalid non-frozen \(kind) type \(shown(column.type)) for PRIMARY KEY column '\(name)'")
            }
            if column.type == .native(.counter) {
                throw .invalid("counter type is not supported for PRIMARY KEY column '\(name)'")
            }
            if keyspace.containsDuration(column.type) {
                throw .invalid("duration type is not supported for PRIMARY KEY column '\(name)'")
            }
            if column.kind == .static { throw .invalid("Static column '\(name)' cannot be part of the PRIMARY KEY") }
        }
    }

    /// A type as the message has it: a user-defined type there is one name with its keyspace, and quoted for the point.
    private func shown(_ type: DataType) -> String {
        guard case .userDefined(let keyspace, let name, _) = type else { return type.description }
        return CQLIdentifier.quoted("\(keyspace).\(name)")
    }

    private func checkOrder() throws(SchemaRefusal) {
        let ordered = statement.clusteringOrder.map(\.column.text)
        let others = ordered.filter { !clustering.contains($0) }
        guard others.isEmpty else {
            throw .invalid(
                "Only clustering key columns can be defined in CLUSTERING ORDER directive: "
                    + "[\(others.joined(separator: ", "))] are not clustering columns")
        }
        for (name, expected) in zip(ordered, clustering) where name != expected {
            guard ordered.contains(expected) else { throw .invalid("Missing CLUSTERING ORDER for column \(expected)") }
            throw .invalid(
                "The order of columns in the CLUSTERING ORDER directive must match that of the clustering columns "
                    + "(\(expected) must appear before \(name))")
        }
    }

    private func checkTransactions(_ options: TableOptions, _ keyspace: String) throws(SchemaRefusal) {
        guard options.transactionalMode != "off", !context.settings.transactions else { return }
        throw .invalid(
            "Cannot create table \(keyspace).\(statement.name.name.text) with transactional mode "
                + "\(options.transactionalMode) with accord.enabled set to false")
    }

    static func checkName(_ name: String, _ keyspace: String, _ release: CassandraRelease) throws(SchemaRefusal) {
        let start = "\(keyspace).\(name): Table name must not be "
        guard SchemaName.isWord(name) else {
            throw .configuration(
                release < .v50
                    ? "\(start)empty, more than 48 characters long, or contain non-alphanumeric-underscore characters "
                        + "(got \"\(name)\")"
                    : "\(start)empty or not contain non-alphanumeric-underscore characters (got \"\(name)\")")
        }
        // What a file's name can hold beside the table's id.
        guard release < .v50 || name.utf16.count <= 222 else {
            throw .configuration(
                "\(start)more than 222 characters long (got \(name.utf16.count) characters for \"\(name)\")")
        }
    }
}
