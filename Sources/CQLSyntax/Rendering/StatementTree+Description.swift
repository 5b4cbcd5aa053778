extension StatementTree: CustomStringConvertible {
    /// The statement as CQL on one line, without a `;` behind it.
    ///
    /// Read again, it gives an equal tree, unless the tree holds what no text gives, such as an empty map.
    public var description: String {
        CQLWriter.text { writer in
            switch self {
            case .createKeyspace(let statement): writer.write(statement)
            case .alterKeyspace(let statement): writer.write(statement)
            case .dropKeyspace(let statement): writer.write(statement)
            case .createTable(let statement): writer.write(statement)
            case .alterTable(let statement): writer.write(statement)
            case .dropTable(let statement): writer.write(statement, "TABLE")
            case .createType(let statement): writer.write(statement)
            case .alterType(let statement): writer.write(statement)
            case .dropType(let statement): writer.write(statement, "TYPE")
            case .copyTable(let statement): writer.write(statement)
            case .createView(let statement): writer.write(statement)
            case .alterView(let statement): writer.write(statement)
            case .dropView(let statement): writer.write(statement, "MATERIALIZED VIEW")
            case .createFunction(let statement): writer.write(statement)
            case .dropFunction(let statement): writer.write(statement, "FUNCTION")
            case .createAggregate(let statement): writer.write(statement)
            case .dropAggregate(let statement): writer.write(statement, "AGGREGATE")
            case .createTrigger(let statement): writer.write(statement)
            case .dropTrigger(let statement): writer.write(statement)
            case .createIndex(let statement): writer.write(statement)
            case .dropIndex(let statement): writer.write(statement, "INDEX")
            case .annotate(let statement): writer.write(statement)
            case .createRole(let statement): writer.write(statement)
            case .alterRole(let statement): writer.write(statement)
            case .dropRole(let statement): writer.write(statement, "ROLE")
            case .createUser(let statement): writer.write(statement, isNew: true)
            case .alterUser(let statement): writer.write(statement, isNew: false)
            case .dropUser(let statement): writer.write(statement, "USER")
            case .addIdentity(let statement): writer.write(statement)
            case .dropIdentity(let statement): writer.write(statement, "IDENTITY")
            case .grantPermissions(let statement): writer.write(statement, "GRANT", "TO")
            case .revokePermissions(let statement): writer.write(statement, "REVOKE", "FROM")
            case .grantRole(let statement): writer.write(statement, "GRANT", "TO")
            case .revokeRole(let statement): writer.write(statement, "REVOKE", "FROM")
            case .list(let statement): writer.write(statement)
            case .insert(let statement): writer.write(statement)
            case .update(let statement): writer.write(statement)
            case .delete(let statement): writer.write(statement)
            case .batch(let statement): writer.write(statement)
            case .transaction(let statement): writer.write(statement)
            case .select(let statement): writer.write(statement)
            case .truncate(let table): writer.write("TRUNCATE TABLE \(table)")
            case .use(let keyspace): writer.write("USE \(keyspace)")
            case .describe(let statement): writer.write(statement)
            }
        }
    }
}
