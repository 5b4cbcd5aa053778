import CQLSyntax

extension Catalogue {
    mutating func create(
        _ statement: CreateKeyspace, _ context: SchemaContext
    ) throws(SchemaRefusal) -> SchemaEffect {
        let name = statement.name.text
        let reader = try PropertyReader(statement.properties, release: context.release)
        let rules = ReplicationRules(context: context)
        try context.checkKeyspace(name)
        if context.release < .v40 { try checkOldName(name) }
        try KeyspaceProperties.checkNames(reader)
        let map = try reader.map("replication")
        if context.release < .v40 {
            guard map?["class"] != nil else {
                throw .configuration("Missing mandatory replication strategy class")
            }
        } else {
            if let map, !map.isEmpty, map["class"] == nil {
                throw .configuration("Missing replication strategy class")
            }
            guard map != nil else { throw .invalid("Missing mandatory option 'replication'") }
            if let effect = try existing(statement) { return effect }
        }
        let durableWrites = try reader.boolean("durable_writes") ?? true
        let replication = try rules.replication(map ?? [:])
        var warnings: [String] = []
        // 3.11 lets the strategy check itself before it finds that the strategy is not for users.
        if context.release < .v40 { warnings = try rules.validate(replication, of: name) }
        try KeyspaceProperties.checkStrategy(replication, context.release)
        if context.release >= .v40 { warnings = try rules.validate(replication, of: name) }
        if context.release < .v40, let effect = try existing(statement) { return effect }
        var keyspace = Keyspace(name: name, replication: replication, durableWrites: durableWrites)
        if let fastPath = try FastPathOption.read(reader) { keyspace.fastPath = fastPath }
        keyspaces[name] = keyspace
        return SchemaEffect(SchemaChange(.created, .keyspace, name), warnings: warnings)
    }

    private func existing(_ statement: CreateKeyspace) throws(SchemaRefusal) -> SchemaEffect? {
        guard keyspaces[statement.name.text] != nil else { return nil }
        guard statement.ifNotExists else { throw .exists(keyspace: statement.name.text) }
        return .nothing
    }

    private func checkOldName(_ name: String) throws(SchemaRefusal) {
        if SystemKeyspaces.isLocal(name, in: .v311) { throw .invalid("\(name) keyspace is not user-modifiable") }
        guard SchemaName.isWord(name) else { throw .invalid("\"\(name)\" is not a valid keyspace name") }
        guard name.utf16.count <= 48 else {
            throw .invalid("Keyspace names shouldn't be more than 48 characters long (got \"\(name)\")")
        }
    }
}

/// What CREATE and ALTER KEYSPACE check alike.
enum KeyspaceProperties {
    static func checkNames(_ reader: PropertyReader) throws(SchemaRefusal) {
        var known: Set = ["replication", "durable_writes"]
        if reader.release >= .v60 { known.insert("fast_path") }
        try reader.checkNames(known)
    }

    static func checkStrategy(_ replication: Replication, _ release: CassandraRelease) throws(SchemaRefusal) {
        guard replication.className == Replication.local.className else { return }
        let text = "Unable to use given strategy class: LocalStrategy is reserved for internal use."
        throw release < .v40 ? .configuration(text) : .invalid(text)
    }
}
