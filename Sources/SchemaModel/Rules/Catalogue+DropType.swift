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
        try checkUnused(name, in: keyspace, context)
        keyspace.types[name] = nil
        keyspace.forgetAnnotations(ofType: name)
        keyspaces[keyspaceName] = keyspace
        return .dropped(.type, keyspaceName, name)
    }

    private func checkUnused(
        _ name: String, in keyspace: Keyspace, _ context: SchemaContext
    ) throws(SchemaRefusal) {
        let isOld = context.release < .v40
        let functions = keyspace.functions.values.filter { function in
            (function.arguments.map(\.type) + [function.returnType]).contains { keyspace.references(name, from: $0) }
        }.sorted { $0.signature < $1.signature }
        let aggregates = keyspace.aggregates.values.filter { aggregate in
            (aggregate.argumentTypes + [aggregate.returnType, aggregate.stateType])
                .contains { keyspace.references(name, from: $0) }
        }.sorted { $0.signature < $1.signature }
        let types = keyspace.types.values.filter { type in
            type.name != name && type.fields.contains { keyspace.references(name, from: $0.type) }
        }.map(\.name).sorted()
        let tables = keyspace.tables.values.filter { table in
            table.columns.contains { keyspace.references(name, from: $0.type) }
        }.map(\.name).sorted()
        if isOld {
            let start = "Cannot drop user type \(keyspace.name).\(name) as it is still used by"
            if let signature = functions.first?.signature ?? aggregates.first?.signature {
                let rules = FunctionRules(context: context)
                throw .invalid("\(start) function \(keyspace.oldFunctionText(signature, rules) ?? "")")
            }
            if let type = types.first { throw .invalid("\(start) user type \(type)") }
            if let table = tables.first { throw .invalid("\(start) table \(keyspace.name).\(table)") }
            return
        }
        let start = "Cannot drop user type '\(keyspace.name).\(name)' as it is still used by"
        let callables = functions.map(\.name) + aggregates.map(\.name)
        if !callables.isEmpty {
            throw .invalid("\(start) functions \(callables.map { "\(keyspace.name).\($0)" }.joined(separator: ", "))")
        }
        if !types.isEmpty { throw .invalid("\(start) user types \(types.joined(separator: ", "))") }
        if !tables.isEmpty { throw .invalid("\(start) tables \(tables.joined(separator: ", "))") }
    }
}
