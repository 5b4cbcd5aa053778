import CQLSyntax

extension Catalogue {
    mutating func create(_ statement: CreateType, _ context: SchemaContext) throws(SchemaRefusal) -> SchemaEffect {
        let isOld = context.release < .v40
        let keyspaceName = try context.keyspace(of: statement.name)
        let name = statement.name.name.text
        try context.access.check(.create, isOld ? .keyspace : .allTables, in: keyspaceName)
        try context.checkKeyspace(keyspaceName)
        guard var keyspace = keyspaces[keyspaceName] else {
            throw .invalid(
                isOld
                    ? "Cannot add type in unknown keyspace \(keyspaceName)"
                    : "Keyspace '\(keyspaceName)' doesn't exist")
        }
        if keyspace.types[name] != nil, !statement.ifNotExists {
            throw .invalid(
                isOld
                    ? "A user type of name \(keyspaceName).\(name) already exists"
                    : "A user type with name '\(name)' already exists")
        }
        // From 4.0 on a type that is there ends it; 3.11 looks at the fields first.
        if keyspace.types[name] != nil, !isOld { return .nothing }
        if !isOld { try checkNames(statement, "Duplicate field name '%' in type '\(name)'") }
        for field in statement.fields { try UserTypeRules.checkField(field.type) }
        if keyspace.types[name] != nil { return .nothing }
        let resolver = TypeResolver(keyspace: keyspaceName, types: keyspace.types)
        var fields: [UserType.Field] = []
        for field in statement.fields { fields.append(.init(field.name.text, try resolver.resolve(field.type))) }
        if isOld { try checkNames(statement, "Duplicate field name % in type \(UserTypeRules.bufferText(name))") }
        keyspace.types[name] = UserType(keyspace: keyspaceName, name: name, fields: fields)
        keyspaces[keyspaceName] = keyspace
        return .created(.type, keyspaceName, name)
    }

    private func checkNames(_ statement: CreateType, _ text: String) throws(SchemaRefusal) {
        var seen: Set<String> = []
        for field in statement.fields where !seen.insert(field.name.text).inserted {
            let parts = text.split(separator: "%", maxSplits: 1)
            throw .invalid("\(parts[0])\(field.name.text)\(parts[1])")
        }
    }
}

/// What CREATE and ALTER TYPE check alike.
enum UserTypeRules {
    static func checkField(_ type: TypeExpression) throws(SchemaRefusal) {
        if type.isNative(.counter) { throw .invalid("A user type cannot contain counters") }
        if case .userDefined = type { throw .invalid("A user type cannot contain non-frozen UDTs") }
    }

    /// What 3.11 writes for the name of a type: the Java object that holds it.
    static func bufferText(_ name: String) -> String {
        "java.nio.HeapByteBuffer[pos=0 lim=\(name.utf8.count) cap=\(name.utf8.count)]"
    }
}
