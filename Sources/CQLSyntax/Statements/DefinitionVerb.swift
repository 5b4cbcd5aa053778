/// The verbs of data definition.
enum DefinitionVerb: String {
    case create = "CREATE"
    case alter = "ALTER"
    case drop = "DROP"

    /// Whether at least one release has a statement of this verb for a kind of object.
    func applies(to kind: ObjectKind) -> Bool {
        switch kind {
        case .keyspace, .table, .materializedView, .type, .role, .user: true
        case .index, .function, .aggregate, .trigger: self != .alter
        case .identity: self == .drop
        case .column, .field: false
        }
    }

    /// The kinds of objects that it applies to, the likelier ones first.
    var kinds: [ObjectKind] {
        [.table, .keyspace, .index, .type, .materializedView, .role, .user, .function, .aggregate, .trigger, .identity]
            .filter(applies)
    }
}

extension ObjectKind {
    /// The words for it behind a verb, in upper case.
    var phrase: String {
        switch self {
        case .materializedView: "MATERIALIZED VIEW"
        default: rawValue.uppercased()
        }
    }

    /// Reads the words for a kind of object behind CREATE, ALTER or DROP, and steps over them if they are such.
    init?(at cursor: inout TokenCursor) {
        switch cursor.keyword {
        case .table, .columnfamily: self = .table
        case .keyspace, .schema: self = .keyspace
        case .type: self = .type
        case .role: self = .role
        case .user: self = .user
        case .index: self = .index
        case .function: self = .function
        case .aggregate: self = .aggregate
        case .trigger: self = .trigger
        case .identity: self = .identity
        case .materialized where cursor.nextKeyword == .view:
            self = .materializedView
            cursor.advance()
        default: return nil
        }
        cursor.advance()
    }
}
