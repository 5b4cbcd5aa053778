import CQLSyntax

extension Catalogue {
    /// Refuses every trigger: its class cannot be there, where there is no Java.
    ///
    /// Triggers that a live schema has stand in the catalogue all the same.
    func createTrigger(_ statement: CreateTrigger, _ context: SchemaContext) throws(SchemaRefusal) -> SchemaEffect {
        let keyspaceName = try context.keyspace(of: statement.table)
        let tableName = statement.table.name.text
        let isView = view(tableName, in: keyspaceName) != nil
        if context.release < .v40 {
            if isView { throw .invalid("Cannot CREATE TRIGGER against a materialized view") }
            try requireTable(tableName, in: keyspaceName)
            throw .configuration("Trigger class '\(statement.using)' doesn't exist")
        }
        try context.checkKeyspace(keyspaceName)
        if context.release >= .v60 {
            let path = statement.using.split(separator: ".").joined(separator: "/")
            throw .invalid(
                "Trigger class '\(statement.using)' couldn't be loaded during validation. Reason : \(path).")
        }
        guard let keyspace = keyspaces[keyspaceName] else { throw .invalid("Keyspace '\(keyspaceName)' doesn't exist") }
        if isView { throw .invalid("Cannot CREATE TRIGGER for a materialized view") }
        guard let table = keyspace.tables[tableName] else { throw .invalid("Table '\(tableName)' doesn't exist") }
        if table.triggers[statement.name.text] != nil {
            if statement.ifNotExists { return .nothing }
            throw .invalid("Trigger '\(statement.name.text)' already exists")
        }
        throw .invalid("Trigger class '\(statement.using)' couldn't be loaded")
    }

    mutating func dropTrigger(_ statement: DropTrigger, _ context: SchemaContext) throws(SchemaRefusal) -> SchemaEffect
    {
        let keyspaceName = try context.keyspace(of: statement.table)
        let tableName = statement.table.name.text
        let name = statement.name.text
        if context.release < .v40 { try requireTable(tableName, in: keyspaceName) }
        try context.checkKeyspace(keyspaceName)
        guard table(tableName, in: keyspaceName)?.triggers[name] != nil else {
            if statement.ifExists { return .nothing }
            throw .invalid(
                context.release < .v40
                    ? "Trigger \(name) was not found"
                    : "Trigger '\(name)' on '\(keyspaceName).\(tableName)' doesn't exist")
        }
        keyspaces[keyspaceName]?.tables[tableName]?.triggers[name] = nil
        return .updated(.table, keyspaceName, tableName)
    }
}
