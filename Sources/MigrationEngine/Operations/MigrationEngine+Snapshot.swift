import CQLClient
import LiveSchema
import MigrationLog
import SchemaModel

extension MigrationEngine {
    /// The schema of a keyspace as it is on the cluster, without the tool's own tables.
    ///
    /// - Throws: `MigrationError`; `keyspaceMissing` when there is no such keyspace, `unsupportedSchema` with the names of
    ///   everything in it that the snapshot would have to leave out.
    public func snapshot(
        of keyspace: String, events: @escaping MigrationEventHandler = { _ in }
    ) async throws(MigrationError) -> SchemaSnapshot {
        try await withSession(events) { session, _ async throws(MigrationError) in
            let schema = try await session.schema(of: keyspace)
            try Self.requireStatements(for: schema.inexpressible, in: keyspace)
            let elements = Describer(release: schema.release).script(of: schema.keyspace)
            return SchemaSnapshot(keyspace: keyspace, release: schema.release, elements: elements)
        }
    }
}

extension MigrationEngine {
    /// The schema of a keyspace as it is on the cluster, as a value.
    ///
    /// - Throws: `MigrationError`; `keyspaceMissing` when there is no such keyspace.
    public func schema(
        of keyspace: String, events: @escaping MigrationEventHandler = { _ in }
    ) async throws(MigrationError) -> KeyspaceSchema {
        try await withSession(events) { session, _ async throws(MigrationError) in
            let schema = try await session.schema(of: keyspace)
            return KeyspaceSchema(
                keyspace: schema.keyspace, release: schema.release,
                inexpressible: schema.inexpressible.map(\.description))
        }
    }

    private static func requireStatements(
        for objects: [InexpressibleObject], in keyspace: String
    ) throws(MigrationError) {
        guard !objects.isEmpty else { return }
        throw MigrationError(
            .unsupportedSchema,
            "keyspace \(keyspace) holds what this release cannot write down: "
                + objects.map(\.description).joined(separator: ", "),
            hint: "DESCRIBE KEYSPACE in cqlsh shows them")
    }
}

extension Session {
    /// The whole schema of a keyspace, without the tool's own tables.
    func schema(of keyspace: String) async throws(MigrationError) -> LiveSchema {
        let step = "reading the schema of keyspace \(keyspace)"
        let schema: LiveSchema?
        do throws(LiveSchemaError) {
            schema = try await LiveSchema.read(keyspace, leavingOut: Set(HistoryTables.names), from: cluster)
        } catch {
            throw MigrationError(error, during: step)
        }
        guard let schema else {
            throw MigrationError(
                .keyspaceMissing, "there is no keyspace \(keyspace)", hint: "names are case-sensitive here; no quotes")
        }
        return schema
    }
}
