import CQLSyntax

/// What a statement of the schema names, and whether the schema model can say what becomes of it.
struct ReferencedNames {
    /// The tables, types and indexes; the one that it is about comes first.
    private(set) var objects: [QualifiedName] = []
    /// The keyspaces that it names, without one that it makes.
    private(set) var keyspaces: [String] = []
    /// Whether it is about a keyspace as a whole.
    private(set) var isKeyspaceStatement = false
    /// Whether the schema model knows what it does.
    private(set) var isModelled = true

    init(_ tree: StatementTree) {
        switch tree {
        case .createKeyspace:
            isKeyspaceStatement = true
        case .alterKeyspace(let statement):
            isKeyspaceStatement = true
            keyspaces = [statement.name.text]
        case .dropKeyspace(let statement):
            isKeyspaceStatement = true
            keyspaces = [statement.name.text]
        case .createTable(let statement):
            add(statement.name)
            for column in statement.columns { add(column.type) }
        case .alterTable(let statement):
            add(statement.name)
            if case .add(let columns, _) = statement.change { for column in columns { add(column.type) } }
        case .createType(let statement):
            add(statement.name)
            for field in statement.fields { add(field.type) }
        case .alterType(let statement):
            add(statement.name)
            if case .add(let field, _) = statement.change { add(field.type) }
        case .dropTable(let statement), .dropType(let statement), .dropIndex(let statement):
            add(statement.name)
        case .createIndex(let statement):
            if let name = statement.name { add(QualifiedName(keyspace: statement.table.keyspace, name)) }
            add(statement.table)
        case .createView(let statement):
            add(statement.name)
            add(statement.table)
        case .alterView(let statement): add(statement.name)
        case .dropView(let statement): add(statement.name)
        case .createFunction(let statement):
            add(statement.name)
            add(statement.returnType)
            for argument in statement.arguments { add(argument.type) }
        case .createAggregate(let statement):
            add(statement.name)
            add(QualifiedName(keyspace: statement.name.keyspace, statement.stateFunction))
            add(statement.stateType)
            for type in statement.argumentTypes { add(type) }
        case .dropFunction(let statement), .dropAggregate(let statement): add(statement.name)
        case .copyTable(let statement):
            add(statement.name)
            add(statement.source)
        case .createTrigger(let statement): add(statement.table)
        case .dropTrigger(let statement): add(statement.table)
        // What 6.0 says of objects changes none.
        default:
            isModelled = false
        }
    }

    private mutating func add(_ name: QualifiedName) {
        objects.append(name)
        if let keyspace = name.keyspace { keyspaces.append(keyspace.text) }
    }

    private mutating func add(_ type: TypeExpression) {
        switch type {
        case .native, .custom: break
        case .list(let part), .set(let part), .vector(let part, _), .frozen(let part): add(part)
        case .map(let key, let value):
            add(key)
            add(value)
        case .tuple(let parts): for part in parts { add(part) }
        case .userDefined(let name): add(name)
        }
    }
}
