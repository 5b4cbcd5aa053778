import CQLSyntax

extension Catalogue {
    mutating func dropType(_ statement: DropObject, _ context: SchemaContext) throws(SchemaRefusal) -> SchemaEffect {
        let isOld = context.release < .v40
        let keyspaceName = try context.keyspace(of: statement.name)
        let name = statement.name.name.text
        try context.access.check(.drop, isOld ? .keyspace : .allTables, in: keyspaceName)
        try context.checkKeyspace(keyspaceName)
        guard var keyspace = keyspaces[keyspaceName], keyspace.types[name] != nil else {
            if statement.ifExists { return .nothing }
            guard isOld else { throw .invalid("Type '\(keyspaceName).\(name)' doesn't exist") }
            throw .invalid(
                keyspaces[keyspaceName] == nil
                    ? "Cannot drop type in unknown keyspace \(keyspaceName)"
                    : "No user type named \(keyspaceName).\(name) exists.")
        }
        try checkUnused(name, in: keyspace, isOld)
        keyspace.types[name] = nil
        keyspaces[keyspaceName] = keyspace
        return .dropped(.type, keyspaceName, name)
    }

    private func checkUnused(_ name: String, in keyspace: Keyspace, _ isOld: Bool) throws(SchemaRefusal) {
        let types = keyspace.types.values.filter { type in
            type.name != name && type.fields.contains { keyspace.references(name, from: $0.type) }
        }.map(\.name).sorted()
        let tables = keyspace.tables.values.filter { table in
            table.columns.contains { keyspace.references(name, from: $0.type) }
        }.map(\.name).sorted()
        if isOld {
            let start = "Cannot drop user type \(keyspace.name).\(name) as it is still used by"
            if let type = types.first { throw .invalid("\(start) user type \(type)") }
            if let table = tables.first { throw .invalid("\(start) table \(keyspace.name).\(table)") }
            return
        }
        let start = "Cannot drop user type '\(keyspace.name).\(name)' as it is still used by"
        if !types.isEmpty { throw .invalid("\(start) user types \(types.joined(separator: ", "))") }
        if !tables.isEmpty { throw .invalid("\(start) tables \(tables.joined(separator: ", "))") }
    }
}
