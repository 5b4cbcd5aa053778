import CQLSyntax

/// What kind of statement it is, as far as rules differ in what they look at.
///
/// There are many rules and many statements: each rule says which it is about, so that the others cost nothing.
struct StatementShape: OptionSet, Hashable, Sendable {
    let rawValue: UInt16

    static let createTable = Self(rawValue: 1)
    static let alterTable = Self(rawValue: 1 << 1)
    static let dropTable = Self(rawValue: 1 << 2)
    /// What makes, changes or drops a keyspace.
    static let keyspace = Self(rawValue: 1 << 3)
    /// What makes, changes or drops a type.
    static let type = Self(rawValue: 1 << 4)
    /// What makes or drops an index.
    static let index = Self(rawValue: 1 << 5)
    /// What makes, changes or drops a view.
    static let view = Self(rawValue: 1 << 6)
    /// What makes or drops a function, an aggregate or a trigger.
    static let function = Self(rawValue: 1 << 7)
    /// What is about roles and rights.
    static let access = Self(rawValue: 1 << 8)
    /// What changes rows.
    static let rows = Self(rawValue: 1 << 9)
    static let select = Self(rawValue: 1 << 10)
    static let truncate = Self(rawValue: 1 << 11)
    static let other = Self(rawValue: 1 << 12)
    /// Every statement.
    static let any = Self(rawValue: .max)

    /// The one of a statement.
    init(_ tree: StatementTree) {
        switch tree {
        case .createTable: self = .createTable
        case .alterTable: self = .alterTable
        case .dropTable: self = .dropTable
        case .createKeyspace, .alterKeyspace, .dropKeyspace: self = .keyspace
        case .createType, .alterType, .dropType: self = .type
        case .createIndex, .dropIndex: self = .index
        case .createView, .alterView, .dropView: self = .view
        case .createFunction, .dropFunction, .createAggregate, .dropAggregate, .createTrigger, .dropTrigger:
            self = .function
        case .createRole, .alterRole, .dropRole, .createUser, .alterUser, .dropUser, .addIdentity, .dropIdentity,
            .grantPermissions, .revokePermissions, .grantRole, .revokeRole, .list:
            self = .access
        case .insert, .update, .delete, .batch: self = .rows
        case .select: self = .select
        case .truncate: self = .truncate
        case .copyTable, .annotate, .use, .describe: self = .other
        }
    }

    init(rawValue: UInt16) { self.rawValue = rawValue }
}
