import CQLSyntax

extension Catalogue {
    mutating func alter(_ statement: AlterType, _ context: SchemaContext) throws(SchemaRefusal) -> SchemaEffect {
        let isOld = context.release < .v40
        let keyspaceName = try context.keyspace(of: statement.name)
        let name = statement.name.name.text
        try context.access.check(.alter, isOld ? .keyspace : .allTables, in: keyspaceName)
        try context.checkKeyspace(keyspaceName)
        // 3.11 refuses to alter a field before it looks whether the type is there.
        if isOld, case .alter = statement.change { throw .invalid("Altering of types is not allowed") }
        if isOld, keyspaces[keyspaceName] == nil {
            throw .invalid("Cannot alter type in unknown keyspace \(keyspaceName)")
        }
        guard var keyspace = keyspaces[keyspaceName], var type = keyspace.types[name] else {
            if statement.ifExists { return .nothing }
            throw .invalid(
                isOld
                    ? "No user type named \(keyspaceName).\(name) exists."
                    : "Type \(keyspaceName).\(name) doesn't exist")
        }
        let before = keyspace
        let shown = isOld ? "\(keyspaceName).\(name)" : SchemaName.quoted(keyspaceName, name)
        switch statement.change {
        case .add(let field, let ifNotExists):
            try add(field, to: &type, in: keyspace, ifNotExists, shown, context.release)
        case .rename(let renames, let ifExists): try rename(renames, in: &type, ifExists, shown, context.release)
        case .alter: throw .invalid("Altering field types is no longer supported")
        }
        // Only a field that is there already leaves the type alone: a rename makes it anew also where it finds no field.
        let isAddition = if case .add = statement.change { true } else { false }
        if !isAddition || type != keyspace.types[name] {
            keyspace.types[name] = type
            keyspace.forgetAnnotations(ofType: name)
        }
        keyspaces[keyspaceName] = keyspace
        return keyspace == before && !isOld ? .nothing : .updated(.type, keyspaceName, name)
    }

    private func add(
        _ field: FieldDefinition, to type: inout UserType, in keyspace: Keyspace, _ ifNotExists: Bool,
        _ shown: String, _ release: CassandraRelease
    ) throws(SchemaRefusal) {
        let isOld = release < .v40
        let name = field.name.text
        try UserTypeRules.checkField(field.type)
        if type.fields.contains(where: { $0.name == name }) {
            if ifNotExists { return }
            throw .invalid(
                isOld
                    ? "Cannot add new field \(name) to type \(shown): a field of the same name already exists"
                    : "Cannot add field \(name) to type \(shown): a field with name \(name) already exists")
        }
        let resolved = try TypeResolver(keyspace: keyspace.name, types: keyspace.types).resolve(field.type)
        let text = field.type.rawText(keyspace: keyspace.name)
        guard !keyspace.references(type.name, from: resolved) else {
            throw .invalid(
                isOld
                    ? "Cannot add new field \(name) of type \(text) to type \(shown) as this would create a "
                        + "circular reference"
                    : "Cannot add new field \(name) of type \(text) to user type \(shown) as it would create a "
                        + "circular reference")
        }
        let keyed = (Array(keyspace.tables.values) + keyspace.views.values.map(\.table)).filter { table in
            table.partitionKey.contains { keyspace.references(type.name, from: $0.type) }
        }
        guard keyed.isEmpty else {
            let names = keyed.map { isOld ? "\($0.keyspace).\($0.name)" : SchemaName.quoted($0.keyspace, $0.name) }
            throw .invalid(
                "Cannot add new field \(name) of type \(text) to user type \(shown) as the type is being used in "
                    + "partition key by the following tables: \(names.sorted().joined(separator: ", "))")
        }
        type.fields.append(.init(name, resolved))
    }

    private func rename(
        _ renames: [Rename], in type: inout UserType, _ ifExists: Bool, _ shown: String, _ release: CassandraRelease
    ) throws(SchemaRefusal) {
        let isOld = release < .v40
        let old = type
        for rename in renames {
            guard let index = old.fields.firstIndex(where: { $0.name == rename.from.text }) else {
                if ifExists { continue }
                throw .invalid(
                    isOld
                        ? "Unknown field \(rename.from.text) in type \(shown)"
                        : "Unkown field \(rename.from.text) in user type \(shown)")
            }
            type.fields[index].name = rename.to.text
        }
        let names = type.fields.map(\.name)
        for (index, name) in names.enumerated() where names[(index + 1)...].contains(name) {
            // From 4.0 on the server puts the keyspace where it means the type.
            throw .invalid(
                "Duplicate field name \(name) in type "
                    + (isOld ? UserTypeRules.bufferText(type.name) : type.keyspace))
        }
    }
}
