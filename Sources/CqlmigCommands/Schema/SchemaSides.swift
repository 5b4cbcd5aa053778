import CQLSyntax
import Configuration
import MigrationEngine
import SchemaModel

/// Reads the schemas that a command compares.
struct SchemaSides {
    let context: CommandContext
    /// The release of schemas that no cluster has; nil: that of the cluster on the other side, or the newest stable one.
    let release: CassandraRelease?

    /// The release whose rules hold where nothing says one.
    static let defaultRelease = CassandraRelease.v50

    /// Reads both sides: those that are live first, since files are read by the rules of the cluster they are compared
    /// with.
    func read(
        _ from: SchemaSide, _ to: SchemaSide
    ) async throws(CommandFailure) -> (from: KeyspaceSchema, to: KeyspaceSchema) {
        var schemas: [KeyspaceSchema?] = [nil, nil]
        for (index, side) in [from, to].enumerated() where side.isLive { schemas[index] = try await live(side) }
        let live = schemas[0] ?? schemas[1]
        for (index, side) in [from, to].enumerated() {
            guard case .path(let path) = side else { continue }
            schemas[index] = try await declared(path, beside: live)
        }
        guard let from = schemas[0], let to = schemas[1] else {
            throw CommandFailure.bug("a side of a comparison was not read")
        }
        return (from, to)
    }

    // MARK: Live

    private func live(_ side: SchemaSide) async throws(CommandFailure) -> KeyspaceSchema {
        let settings: Settings
        let name: String
        switch side {
        case .keyspace(let keyspace):
            settings = try context.settings(.cluster)
            name = keyspace
        case .profile(let profile):
            settings = try context.settings(.cluster, profile: profile)
            name = try Self.onlyKeyspace(settings, for: "profile:\(profile)")
        case .path:
            throw CommandFailure.bug("a path was taken for a cluster")
        }
        let engine = context.engine(settings, settings.sandbox ? settings.keyspaces : [])
        return try await context.calling { () async throws(MigrationError) in
            try await engine.schema(of: name, events: context.console.events)
        }
    }

    /// The one keyspace of settings.
    static func onlyKeyspace(_ settings: Settings, for what: String) throws(CommandFailure) -> String {
        let keyspaces: [KeyspaceSetting]
        do throws(ConfigurationError) { keyspaces = try settings.requiredKeyspaces() } catch {
            throw CommandFailure(error)
        }
        guard let keyspace = keyspaces.first, keyspaces.count == 1 else {
            throw CommandFailure(
                .usage,
                Complaint(
                    code: "usage",
                    "\(what) is about one keyspace, not \(keyspaces.map(\.name).joined(separator: ", "))",
                    hint: "name one with --keyspace"))
        }
        return keyspace.name
    }

    // MARK: Files

    /// Reads files; nothing is connected to.
    func declared(_ path: String, beside live: KeyspaceSchema?) async throws(CommandFailure) -> KeyspaceSchema {
        let settings = try context.settings(.files)
        let configured = settings.keyspaces.count == 1 ? settings.keyspaces.first?.name : nil
        var declared = DeclaredSchema(
            path: path, release: release ?? live?.release ?? Self.defaultRelease, keyspace: configured)
        if let replication = live?.keyspace.replication, replication.shortClassName == "NetworkTopologyStrategy" {
            declared.dataCentres = replication.options.keys.sorted()
        }
        let engine = context.engine(settings, [])
        return try await context.calling { () async throws(MigrationError) in try await engine.schema(declared) }
    }
}
