import CQLSyntax

extension Catalogue {
    mutating func alter(_ statement: AlterKeyspace, _ context: SchemaContext) throws(SchemaRefusal) -> SchemaEffect {
        let name = statement.name.text
        let isOld = context.release < .v40
        let reader = try PropertyReader(statement.properties, release: context.release)
        try context.access.check(.alter, .keyspace, in: name)
        try context.checkKeyspace(name)
        if isOld, keyspaces[name] == nil { throw .invalid("Unknown keyspace \(name)") }
        try KeyspaceProperties.checkNames(reader)
        let map = try reader.map("replication") ?? [:]
        if !map.isEmpty, map["class"] == nil { throw .configuration("Missing replication strategy class") }
        guard var keyspace = keyspaces[name] else {
            guard statement.ifExists else { throw .invalid("Keyspace '\(name)' doesn't exist") }
            return .nothing
        }
        let before = keyspace
        keyspace.durableWrites = try reader.boolean("durable_writes") ?? keyspace.durableWrites
        if reader.has("fast_path") { keyspace.fastPath = try FastPathOption.read(reader) ?? ["kind": "SIMPLE"] }
        let rules = ReplicationRules(context: context)
        if !map.isEmpty {
            keyspace.replication = try rules.replication(map, previous: isOld ? [:] : before.replication.options)
        }
        var warnings: [String] = []
        if isOld, !map.isEmpty { warnings = try rules.validate(keyspace.replication, of: name) }
        try KeyspaceProperties.checkStrategy(keyspace.replication, context.release)
        if !isOld { warnings = try rules.validate(keyspace.replication, of: name) }
        keyspace.forgetOwnAnnotations()
        keyspaces[name] = keyspace
        // 3.11 tells of a change where there was none.
        guard isOld || keyspace != before else { return SchemaEffect(nil, warnings: warnings) }
        let grows = ReplicationRules.replicas(before.replication) < ReplicationRules.replicas(keyspace.replication)
        if !isOld, grows {
            warnings.append(
                "When increasing replication factor you need to run a full (-full) repair to distribute the data.")
        }
        return SchemaEffect(SchemaChange(.updated, .keyspace, name), warnings: warnings)
    }
}
