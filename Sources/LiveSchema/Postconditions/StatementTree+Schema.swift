import CQLSyntax

extension StatementTree {
    /// Whether it changes what stands in `system_schema`.
    var changesSchema: Bool {
        switch self {
        case .createKeyspace, .alterKeyspace, .dropKeyspace, .createTable, .alterTable, .dropTable, .createType,
            .alterType, .dropType, .copyTable, .createIndex, .dropIndex, .createView, .alterView, .dropView,
            .createFunction, .dropFunction, .createAggregate, .dropAggregate, .createTrigger, .dropTrigger, .annotate:
            true
        case .createRole, .alterRole, .dropRole, .createUser, .alterUser, .dropUser, .addIdentity, .dropIdentity,
            .grantPermissions, .revokePermissions, .grantRole, .revokeRole, .list, .insert, .update, .delete, .batch,
            .select, .truncate, .use, .describe, .transaction:
            false
        }
    }

    /// What stands behind its WITH.
    var properties: [Property] {
        switch self {
        case .createKeyspace(let statement): statement.properties
        case .alterKeyspace(let statement): statement.properties
        case .createTable(let statement): statement.properties
        case .copyTable(let statement): statement.properties
        case .createView(let statement): statement.properties
        case .alterView(let statement): statement.properties
        case .alterTable(let statement):
            if case .properties(let properties) = statement.change { properties } else { [] }
        default: []
        }
    }
}
