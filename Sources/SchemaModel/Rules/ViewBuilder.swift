import CQLSyntax

/// Makes a view of CREATE MATERIALIZED VIEW as releases from 4.0 on do (`CreateViewStatement`).
struct ViewBuilder {
    private let statement: CreateView
    private let base: Table
    private let keyspace: Keyspace
    private let context: SchemaContext

    init(_ statement: CreateView, on base: Table, in keyspace: Keyspace, _ context: SchemaContext) {
        self.statement = statement
        self.base = base
        self.keyspace = keyspace
        self.context = context
    }

    private var name: String { statement.name.name.text }

    /// The names of the key's columns.
    private var key: [String] {
        statement.primaryKey.partition.map(\.text) + statement.primaryKey.clustering.map(\.text)
    }

    func view(_ reader: PropertyReader) throws(SchemaRefusal) -> MaterializedView {
        guard !base.isCounter else { throw .viewOfCounters }
        guard base.options.gcGraceSeconds != 0 else { throw .viewOfShortGrace(name, base.name) }
        let selected = try selectedColumns()
        if let column = base.statics.first(where: { selected.contains($0.name) }) {
            throw .invalid("Cannot include static column '\(column.name)' in materialized view '\(name)'")
        }
        try checkKey(selected)
        try checkRelations()
        let rules = TableOptionRules(context: context)
        try rules.checkNames(reader)
        guard !reader.has("default_time_to_live") else { throw .viewWithTimeToLive }
        let id = try rules.id(reader) ?? context.newTableID
        let options = try rules.newOptions(reader)
        let table = Table(
            id: id, keyspace: keyspace.name, name: name,
            columns: ViewColumns(statement, base).columns(key: key, besides: selected), options: options)
        return MaterializedView(
            table: table, baseID: base.id, baseName: base.name, includesAllColumns: statement.items.isEmpty,
            relations: statement.relations)
    }

    private func selectedColumns() throws(SchemaRefusal) -> Set<String> {
        guard !statement.items.isEmpty else { return Set(base.columns.map(\.name)) }
        var selected: Set<String> = []
        for item in statement.items {
            guard item.alias == nil else {
                throw .invalid("Cannot use aliases when defining a materialized view (got \(item.selector))")
            }
            guard case .column(let column) = item.selector else {
                throw .invalid(
                    "Can only select columns by name when defining a materialized view (got \(item.selector))")
            }
            guard base.column(column.text) != nil else { throw undefined(column.text) }
            selected.insert(column.text)
        }
        return selected
    }

    private func undefined(_ column: String) -> SchemaRefusal {
        .invalid(
            "Undefined column name \(CQLIdentifier.quoted(column)) in table "
                + SchemaName.quoted(base.keyspace, base.name))
    }

    private func checkKey(_ selected: Set<String>) throws(SchemaRefusal) {
        var seen: Set<String> = []
        for column in key {
            guard let found = base.column(column), selected.contains(column) else {
                throw .invalid("Unknown column '\(column)' referenced in PRIMARY KEY for materialized view '\(name)'")
            }
            guard seen.insert(column).inserted else {
                throw .invalid("Duplicate column '\(column)' in PRIMARY KEY clause for materialized view '\(name)'")
            }
            if found.type.isMultiCell {
                throw .invalid(
                    "Invalid non-frozen \(found.type.isCollection ? "collection" : "user-defined") type "
                        + "'\(JavaTypeName(keyspace).text(found.type))' for PRIMARY KEY column '\(column)'")
            }
            if keyspace.containsDuration(found.type) {
                throw .invalid("duration type is not supported for PRIMARY KEY column '\(column)'")
            }
        }
        let ordered = statement.clusteringOrder.map(\.column.text)
        guard ordered.isEmpty || ordered == statement.primaryKey.clustering.map(\.text) else {
            throw .invalid("Clustering key columns must exactly match columns in CLUSTERING ORDER BY directive")
        }
        let missing = base.primaryKey.map(\.name).filter { !seen.contains($0) }
        guard missing.isEmpty else {
            throw .invalid(
                "Cannot create materialized view '\(name)' without primary key columns "
                    + "\(missing.joined(separator: ", ")) from base table '\(base.name)'")
        }
        let others = key.filter { column in !base.primaryKey.contains { $0.name == column } }
        guard others.count < 2 else {
            throw .invalid(
                "Cannot include more than one non-primary key column in materialized view primary key (got "
                    + "\(others.sorted().joined(separator: ", ")))")
        }
    }

    private func checkRelations() throws(SchemaRefusal) {
        for relation in statement.relations {
            switch relation {
            case .token, .tokenBetween:
                throw .invalid("Cannot use token relation when defining a materialized view")
            case .custom:
                throw .invalid("WHERE clause for materialized view '\(name)' cannot contain custom index expressions")
            default: break
            }
        }
        for column in statement.relations.flatMap(\.columns) where base.column(column) == nil {
            throw undefined(column)
        }
        let restricted = Set(statement.relations.flatMap(\.columns))
        let free = key.filter { !restricted.contains($0) }.sorted()
        guard free.isEmpty else {
            throw .invalid(
                "Primary key columns \(free.joined(separator: ", ")) must be restricted with 'IS NOT NULL' or otherwise"
            )
        }
        let illegal = ViewColumns.restricted(by: statement.relations, besidesKeyOf: base)
        guard illegal.isEmpty else {
            throw .invalid(
                "Non-primary key columns can only be restricted with 'IS NOT NULL' (got: "
                    + "\(illegal.joined(separator: ",")) restricted illegally)")
        }
    }
}

extension SchemaRefusal {
    static let viewsDisabled = SchemaRefusal.invalid(
        "Materialized views are disabled. Enable in cassandra.yaml to use.")
    static let viewOfCounters = SchemaRefusal.invalid("Materialized views are not supported on counter tables")
    static let viewWithTimeToLive = SchemaRefusal.invalid(
        "Cannot set default_time_to_live for a materialized view. Data in a materialized view always expire at the same "
            + "time than the corresponding data in the parent table.")

    static func viewOfShortGrace(_ view: String, _ base: String) -> SchemaRefusal {
        .invalid(
            "Cannot create materialized view '\(view)' for base table '\(base)' with gc_grace_seconds of 0, since this "
                + "value is used to TTL undelivered updates. Setting gc_grace_seconds too low might cause undelivered "
                + "updates to expire before being replayed.")
    }
}
