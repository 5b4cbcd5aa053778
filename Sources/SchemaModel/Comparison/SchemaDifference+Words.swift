import CQLSyntax

extension SchemaDifference.Object {
    /// What kind of thing it is: `keyspace`, `table`, `column`, …
    public var kind: String {
        switch self {
        case .keyspace: "keyspace"
        case .type: "type"
        case .field: "field"
        case .table: "table"
        case .column: "column"
        case .index: "index"
        case .trigger: "trigger"
        case .view: "materialized view"
        case .function: "function"
        case .aggregate: "aggregate"
        }
    }

    /// Its name within the keyspace as CQL writes it, that of a part behind the name of the whole: `users.email`.
    public var name: String {
        switch self {
        case .keyspace(let name), .type(_, let name), .table(_, let name), .view(_, let name):
            CQLIdentifier.quoted(name)
        case .field(_, let whole, let name), .column(_, let whole, let name), .index(_, let whole, let name),
            .trigger(_, let whole, let name):
            "\(CQLIdentifier.quoted(whole)).\(CQLIdentifier.quoted(name))"
        // A signature is CQL already.
        case .function(_, let signature), .aggregate(_, let signature): signature
        }
    }
}

extension SchemaDifference {
    /// Whether a program that works with the first schema may fail with the second one.
    public var isBreaking: Bool {
        switch change {
        case .added: false
        case .removed: true
        case .changed(let property, _, _): Self.breakingProperties.contains(property)
        }
    }

    /// How a value is written, who may see it, and by what it is found.
    private static let breakingProperties: Set<String> = [
        "partition key", "clustering key", "flags", "type", "kind", "clustering order", "mask", "check", "order",
        "target", "base table", "where", "return type", "state type",
    ]
}
