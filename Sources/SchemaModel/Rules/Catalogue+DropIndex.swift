import CQLSyntax

extension Catalogue {
    mutating func dropIndex(_ statement: DropObject, _ context: SchemaContext) throws(SchemaRefusal) -> SchemaEffect {
        let keyspaceName = try context.keyspace(of: statement.name)
        let name = statement.name.name.text
        let isOld = context.release < .v40
        if isOld, keyspaces[keyspaceName] == nil { throw .invalid("Keyspace \(keyspaceName) does not exist") }
        let table = keyspaces[keyspaceName]?.table(ofIndex: name)
        if let table { try context.access.check(.alter, .table(table.name), in: keyspaceName) }
        if !isOld || table != nil { try context.checkKeyspace(keyspaceName) }
        guard let table else {
            if statement.ifExists { return .nothing }
            throw .invalid(
                isOld
                    ? "Index '\(name)' could not be found in any of the tables of keyspace '\(keyspaceName)'"
                    : "Index '\(keyspaceName).\(name)' doesn't exist'")
        }
        keyspaces[keyspaceName]?.tables[table.name]?.indexes[name] = nil
        return .updated(.table, keyspaceName, table.name)
    }
}
