import CQLSyntax

extension Postcondition {
    /// The rows that tell whether the statement has taken effect: those of what it names.
    public var queries: [SchemaQuery] {
        guard let keyspace else { return [] }
        let own = SchemaQuery("keyspaces", keyspace)
        switch tree {
        case .createKeyspace, .alterKeyspace, .dropKeyspace: return [own]
        case .createTable(let statement): return table(statement.name.name.text, in: keyspace)
        case .copyTable(let statement): return table(statement.name.name.text, in: keyspace)
        case .alterTable(let statement): return queries(of: statement, in: keyspace)
        case .createType, .alterType: return [own, SchemaQuery("types", keyspace)]
        case .createIndex(let statement):
            let name = statement.table.name.text
            return table(name, in: keyspace) + [SchemaQuery("indexes", keyspace, "table_name", name)]
        case .createView(let statement):
            let name = statement.name.name.text
            return [
                own, SchemaQuery("views", keyspace, "view_name", name),
                SchemaQuery("columns", keyspace, "table_name", name), SchemaQuery("types", keyspace),
            ]
        case .alterView(let statement): return [SchemaQuery("views", keyspace, "view_name", statement.name.name.text)]
        case .createFunction(let statement):
            return [own, SchemaQuery("functions", keyspace, "function_name", statement.name.name.text)]
        case .createAggregate(let statement):
            return [own, SchemaQuery("aggregates", keyspace, "aggregate_name", statement.name.name.text)]
        case .createTrigger(let statement):
            return [SchemaQuery("triggers", keyspace, "table_name", statement.table.name.text)]
        case .dropTable(let drop): return [SchemaQuery("tables", keyspace, "table_name", drop.name.name.text)]
        case .dropType(let drop): return [SchemaQuery("types", keyspace, "type_name", drop.name.name.text)]
        // The statement does not say of which table the index is.
        case .dropIndex: return [SchemaQuery("indexes", keyspace)]
        case .dropView(let drop): return [SchemaQuery("views", keyspace, "view_name", drop.name.name.text)]
        case .dropFunction(let drop):
            return [SchemaQuery("functions", keyspace, "function_name", drop.name.name.text)]
        case .dropAggregate(let drop):
            return [SchemaQuery("aggregates", keyspace, "aggregate_name", drop.name.name.text)]
        case .dropTrigger(let drop): return [SchemaQuery("triggers", keyspace, "table_name", drop.table.name.text)]
        default: return []
        }
    }

    /// The rows that are worth keeping from before the statement: without them a column that goes a second time looks as
    /// one that went before.
    public var queriesBefore: [SchemaQuery] {
        guard let keyspace, case .alterTable(let statement) = tree, case .drop = statement.change else { return [] }
        return [SchemaQuery("dropped_columns", keyspace, "table_name", statement.name.name.text)]
    }

    private func queries(of statement: AlterTable, in keyspace: String) -> [SchemaQuery] {
        let name = statement.name.name.text
        switch statement.change {
        case .drop:
            return table(name, in: keyspace) + [SchemaQuery("dropped_columns", keyspace, "table_name", name)]
        case .mask: return [SchemaQuery("column_masks", keyspace, "table_name", name)]
        // Checks stand in no row.
        case .check: return []
        default: return table(name, in: keyspace)
        }
    }

    /// A table with its columns, and with the types that they may be of.
    private func table(_ name: String, in keyspace: String) -> [SchemaQuery] {
        [
            SchemaQuery("keyspaces", keyspace), SchemaQuery("types", keyspace),
            SchemaQuery("tables", keyspace, "table_name", name),
            SchemaQuery("columns", keyspace, "table_name", name),
        ]
    }
}
