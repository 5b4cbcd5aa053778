import CQLSyntax

/// Which statements a rule looks at: most rules are about one or two kinds, and there are many of both.
struct StatementForms: OptionSet {
    let rawValue: UInt16

    static let createTable = Self(rawValue: 1 << 0)
    static let alterTable = Self(rawValue: 1 << 1)
    static let dropTable = Self(rawValue: 1 << 2)
    /// CREATE, ALTER and DROP of keyspaces.
    static let keyspaces = Self(rawValue: 1 << 3)
    /// CREATE, ALTER and DROP of user-defined types.
    static let types = Self(rawValue: 1 << 4)
    static let indexes = Self(rawValue: 1 << 5)
    static let views = Self(rawValue: 1 << 6)
    /// Functions, aggregates and triggers.
    static let functions = Self(rawValue: 1 << 7)
    /// Roles, users and permissions.
    static let access = Self(rawValue: 1 << 8)
    /// INSERT, UPDATE, DELETE and BATCH.
    static let writes = Self(rawValue: 1 << 9)
    static let select = Self(rawValue: 1 << 10)
    static let truncate = Self(rawValue: 1 << 11)
    static let use = Self(rawValue: 1 << 12)
    /// Everything that has no name here.
    static let others = Self(rawValue: 1 << 13)

    static let all = Self(rawValue: .max)

    /// Each form alone, in the order of their numbers.
    static let each = (0..<RawValue.bitWidth).map { Self(rawValue: 1 << $0) }

    /// The number of a single form.
    var number: Int { rawValue.trailingZeroBitCount & (RawValue.bitWidth - 1) }

    /// The form of a statement.
    init(_ tree: StatementTree) {
        self =
            switch tree {
            case .createTable: .createTable
            case .alterTable: .alterTable
            case .dropTable: .dropTable
            case .createKeyspace, .alterKeyspace, .dropKeyspace: .keyspaces
            case .createType, .alterType, .dropType: .types
            case .createIndex, .dropIndex: .indexes
            case .createView, .alterView, .dropView: .views
            case .createFunction, .dropFunction, .createAggregate, .dropAggregate, .createTrigger, .dropTrigger:
                .functions
            case .createRole, .alterRole, .dropRole, .createUser, .alterUser, .dropUser, .addIdentity, .dropIdentity,
                .grantPermissions, .revokePermissions, .grantRole, .revokeRole, .list:
                .access
            case .insert, .update, .delete, .batch: .writes
            case .select: .select
            case .truncate: .truncate
            case .use: .use
            default: .others
            }
    }

    init(rawValue: UInt16) { self.rawValue = rawValue }
}
