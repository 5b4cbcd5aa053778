import CQLSyntax

extension Catalogue {
    mutating func dropTable(_ statement: DropObject, _ context: SchemaContext) throws(SchemaRefusal) -> SchemaEffect {
        let keyspace = try context.keyspace(of: statement.name)
        let name = statement.name.name.text
        let isOld = context.release < .v40
        if isOld, table(name, in: keyspace) == nil, statement.ifExists { return .nothing }
        if isOld { try requireTable(name, in: keyspace) }
        try context.access.check(.drop, .table(name), in: keyspace)
        try context.checkKeyspace(keyspace)
        guard table(name, in: keyspace) != nil else {
            if statement.ifExists { return .nothing }
            throw .invalid("Table '\(keyspace).\(name)' doesn't exist")
        }
        keyspaces[keyspace]?.tables[name] = nil
        return .dropped(.table, keyspace, name)
    }

    /// What 3.11 checks of a table's name before anything else (`ThriftValidation.validateColumnFamily`).
    func requireTable(_ name: String, in keyspace: String) throws(SchemaRefusal) {
        guard let keyspace = keyspaceOfOldServer(keyspace) else {
            throw .invalid("Keyspace \(keyspace) does not exist")
        }
        guard keyspace.tables[name] != nil else { throw .invalid("unconfigured table \(name)") }
    }

    /// A keyspace of a server of 3.11, which looks whether it exists before it asks who may change it: its own exist
    /// also where the catalogue is without them.
    func keyspaceOfOldServer(_ name: String) -> Keyspace? {
        keyspaces[name] ?? SystemSchema.catalogue(for: .v311).keyspaces[name]
    }
}
