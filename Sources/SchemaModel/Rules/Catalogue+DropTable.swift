import CQLSyntax

extension Catalogue {
    mutating func dropTable(_ statement: DropObject, _ context: SchemaContext) throws(SchemaRefusal) -> SchemaEffect {
        let keyspace = try context.keyspace(of: statement.name)
        let name = statement.name.name.text
        let isOld = context.release < .v40
        let isView = view(name, in: keyspace) != nil
        if isOld, table(name, in: keyspace) == nil, !isView, statement.ifExists { return .nothing }
        if isOld, !isView { try requireTable(name, in: keyspace) }
        try context.access.check(.drop, .table(name), in: keyspace)
        try context.checkKeyspace(keyspace)
        if isView {
            throw .invalid(
                isOld
                    ? "Cannot use DROP TABLE on Materialized View"
                    : "Cannot use DROP TABLE on a materialized view. Please use DROP MATERIALIZED VIEW instead.")
        }
        guard let table = table(name, in: keyspace) else {
            if statement.ifExists { return .nothing }
            throw .invalid("Table '\(keyspace).\(name)' doesn't exist")
        }
        let views = keyspaces[keyspace]?.views(of: table) ?? []
        guard views.isEmpty else {
            // From 4.0 on the server writes the keyspace where it means the views.
            throw .invalid(
                isOld
                    ? "Cannot drop table when materialized views still depend on it "
                        + "(\(keyspace).{\(views.map(\.name).joined(separator: ","))})"
                    : "Cannot drop a table when materialized views still depend on it (\(keyspace))")
        }
        keyspaces[keyspace]?.tables[name] = nil
        keyspaces[keyspace]?.forgetAnnotations(ofTable: name)
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
