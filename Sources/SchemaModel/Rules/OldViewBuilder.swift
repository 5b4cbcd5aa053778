import CQLSyntax

/// Makes a view of CREATE MATERIALIZED VIEW as 3.11 does (`CreateViewStatement` of 3.11).
struct OldViewBuilder {
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

    private var key: [String] {
        statement.primaryKey.partition.map(\.text) + statement.primaryKey.clustering.map(\.text)
    }

    func view(_ reader: PropertyReader) throws(SchemaRefusal) -> MaterializedView {
        guard !base.isCounter else { throw .viewOfCounters }
        guard base.options.gcGraceSeconds != 0 else { throw .viewOfShortGrace(name, base.name) }
        let included = try includedColumns()
        try checkKey()
        try checkRelations()
        try checkOthers(included)
        let rules = TableOptionRules(context: context)
        let options = try rules.newOptions(reader)
        guard options.defaultTimeToLive <= 0 else { throw .viewWithTimeToLive }
        let selected = included.isEmpty ? Set(base.columns.map(\.name)) : included
        let table = Table(
            id: try rules.id(reader) ?? context.newTableID, keyspace: keyspace.name, name: name,
            columns: ViewColumns(statement, base).columns(key: key, besides: selected), options: options)
        return MaterializedView(
            table: table, baseID: base.id, baseName: base.name, includesAllColumns: statement.items.isEmpty,
            relations: statement.relations)
    }

    private func includedColumns() throws(SchemaRefusal) -> Set<String> {
        var included: Set<String> = []
        for item in statement.items {
            switch item.selector {
            case .column(let column):
                guard base.column(column.text) != nil else { throw undefined(column.text) }
                if item.alias != nil { throw .invalid("Cannot use alias when defining a materialized view") }
                included.insert(column.text)
            case .field: throw .invalid("Cannot select out a part of type when defining a materialized view")
            case .term: throw .invalid("Cannot use terms in selection when defining a materialized view")
            default: throw .invalid("Cannot use function when defining a materialized view")
            }
        }
        return included
    }

    private func undefined(_ column: String) -> SchemaRefusal {
        .invalid("Undefined column name \(CQLIdentifier.quoted(column))")
    }

    private func checkKey() throws(SchemaRefusal) {
        var seen: Set<String> = []
        for column in key {
            guard seen.insert(column).inserted else {
                throw .invalid("Duplicate entry found in PRIMARY KEY: \(column)")
            }
            guard let found = base.column(column) else { throw undefined(column) }
            if found.type.isMultiCell {
                throw .invalid("Cannot use MultiCell column '\(column)' in PRIMARY KEY of materialized view")
            }
            if found.kind == .static {
                throw .invalid("Cannot use Static column '\(column)' in PRIMARY KEY of materialized view")
            }
            if found.type == .native(.duration) {
                throw .invalid("Cannot use Duration column '\(column)' in PRIMARY KEY of materialized view")
            }
        }
    }

    private func checkRelations() throws(SchemaRefusal) {
        for column in statement.relations.flatMap(\.columns) where base.column(column) == nil {
            throw undefined(column)
        }
        let illegal = ViewColumns.restricted(by: statement.relations, besidesKeyOf: base)
        guard illegal.isEmpty else {
            throw .invalid(
                "Non-primary key columns cannot be restricted in the SELECT statement used for materialized view "
                    + "creation (got restrictions on: \(illegal.joined(separator: ", ")))")
        }
        for relation in statement.relations {
            if case .token = relation {
                throw .invalid("Cannot use token relation when defining a materialized view")
            }
        }
    }

    private func checkOthers(_ included: Set<String>) throws(SchemaRefusal) {
        let restricted = Set(statement.relations.flatMap(\.columns))
        var hasOther = false
        for column in key {
            let isKey = base.primaryKey.contains { $0.name == column }
            if !isKey, hasOther {
                throw .invalid(
                    "Cannot include more than one non-primary key column '\(column)' in materialized view primary key")
            }
            hasOther = hasOther || !isKey
            guard restricted.contains(column) else {
                throw .invalid("Primary key column '\(column)' is required to be filtered by 'IS NOT NULL'")
            }
        }
        for column in base.statics where included.isEmpty || included.contains(column.name) {
            throw .invalid(
                "Unable to include static column '\(column.name)' which would be included by Materialized View "
                    + "SELECT * statement")
        }
        let missing = base.primaryKey.map(\.name).filter { !key.contains($0) }
        guard missing.isEmpty else {
            throw .invalid(
                "Cannot create Materialized View \(name) without primary key columns from base \(base.name) "
                    + "(\(missing.joined(separator: ",")))")
        }
        guard !statement.primaryKey.clustering.isEmpty else {
            throw .invalid("No columns are defined for Materialized View other than primary key")
        }
    }
}
