import CQLSyntax

/// Who may change what of the keyspaces that are the server's own (`ClientState.preventSystemKSSchemaModification`).
struct AccessRules {
    enum Permission: String {
        case create = "CREATE"
        case alter = "ALTER"
        case drop = "DROP"
    }

    /// What a permission is asked of, as the server writes it (`DataResource.toString`).
    enum Resource {
        case keyspace
        case allTables
        case table(String)
    }

    let release: CassandraRelease

    /// Refuses what nobody may do; everything else is allowed, as on a node without authorization.
    func check(_ permission: Permission, _ resource: Resource, in keyspace: String) throws(SchemaRefusal) {
        if SystemKeyspaces.isLocal(keyspace, in: release) {
            throw .unauthorized("\(keyspace) keyspace is not user-modifiable.")
        }
        guard SystemKeyspaces.isReplicated(keyspace, in: release) else { return }
        // Who has the right to may change how they are replicated.
        if case (.alter, .keyspace) = (permission, resource) { return }
        throw .unauthorized("Cannot \(permission.rawValue) \(text(resource, keyspace))")
    }

    private func text(_ resource: Resource, _ keyspace: String) -> String {
        switch resource {
        case .keyspace: "<keyspace \(keyspace)>"
        case .allTables: release < .v41 ? "<keyspace \(keyspace)>" : "<all tables in \(keyspace)>"
        case .table(let name): "<table \(keyspace).\(name)>"
        }
    }
}
