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
        }
    }

    /// Its name within the keyspace as CQL writes it, that of a part behind the name of the whole: `users.email`.
    public var name: String {
        let parts: [String] =
            switch self {
            case .keyspace(let name): [name]
            case .type(_, let name), .table(_, let name): [name]
            case .field(_, let whole, let name), .column(_, let whole, let name), .index(_, let whole, let name):
                [whole, name]
            }
        return parts.map(CQLIdentifier.quoted).joined(separator: ".")
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
        "target",
    ]
}
