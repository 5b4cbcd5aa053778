/// The verbs of data definition and of access control.
enum DefinitionVerb: String {
    case create = "CREATE"
    case alter = "ALTER"
    case drop = "DROP"

    /// The kinds of objects that at least one release has a statement of this verb for, the likelier ones first.
    var kinds: [ObjectKind] {
        switch self {
        case .create:
            [.table, .keyspace, .index, .type, .materializedView, .role, .user, .function, .aggregate, .trigger]
        case .alter: [.table, .keyspace, .type, .materializedView, .role, .user]
        case .drop:
            [
                .table, .keyspace, .index, .type, .materializedView, .role, .user, .function, .aggregate, .trigger,
                .identity,
            ]
        }
    }
}

extension DefinitionVerb {
    /// Whether at least one release has a statement of this verb for a kind of object.
    func isKnown(for kind: ObjectKind) -> Bool { kind == .table || kinds.contains(kind) }

    /// The verb and the words for a kind of object; the commonest ones are not put together anew for each statement.
    func phrase(_ kind: ObjectKind) -> String {
        switch (self, kind) {
        case (.create, .table): "CREATE TABLE"
        case (.alter, .table): "ALTER TABLE"
        case (.drop, .table): "DROP TABLE"
        case (.create, .index): "CREATE INDEX"
        default: rawValue + " " + kind.phrase
        }
    }
}

/// Words between CREATE and what it creates.
enum DefinitionModifier: String {
    case orReplace = "OR REPLACE"
    case custom = "CUSTOM"
    case generated = "GENERATED"

    /// The kinds of objects that they go with.
    var kinds: [ObjectKind] {
        switch self {
        case .orReplace: [.function, .aggregate]
        case .custom: [.index]
        case .generated: [.role]
        }
    }
}

extension ObjectKind {
    /// The words for it behind a verb, in upper case.
    var phrase: String {
        switch self {
        case .keyspace: "KEYSPACE"
        case .table: "TABLE"
        case .column: "COLUMN"
        case .materializedView: "MATERIALIZED VIEW"
        case .index: "INDEX"
        case .type: "TYPE"
        case .field: "FIELD"
        case .function: "FUNCTION"
        case .aggregate: "AGGREGATE"
        case .trigger: "TRIGGER"
        case .role: "ROLE"
        case .user: "USER"
        case .identity: "IDENTITY"
        }
    }
}

extension TokenCursor {
    /// The kind of object that the words here, behind CREATE, ALTER or DROP, stand for; nil where they are no such words.
    var objectKind: ObjectKind? {
        switch keyword {
        case .table, .columnfamily: .table
        case .keyspace, .schema: .keyspace
        case .type: .type
        case .role: .role
        case .user: .user
        case .index: .index
        case .function: .function
        case .aggregate: .aggregate
        case .trigger: .trigger
        case .identity: .identity
        case .materialized where nextKeyword == .view: .materializedView
        default: nil
        }
    }

    /// Steps over the words for a kind of object.
    mutating func skip(_ kind: ObjectKind) {
        if kind == .materializedView { advance() }
        advance()
    }
}
