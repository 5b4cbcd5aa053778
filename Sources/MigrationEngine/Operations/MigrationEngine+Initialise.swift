import CQLClient
import MigrationLog

/// What `initialise` found and made.
public struct InitReport: Equatable, Sendable {
    /// A keyspace, and whether this call made it.
    public struct Keyspace: Equatable, Sendable {
        /// Its name.
        public let name: String
        /// Whether this call made it.
        public let wasCreated: Bool
    }

    /// A table of the tool, and whether this call made it.
    public struct Table: Equatable, Sendable {
        /// The keyspace that it is in.
        public let keyspace: String
        /// Its name.
        public let name: String
        /// Whether this call made it.
        public let wasCreated: Bool
    }

    /// The target keyspaces, and history keyspaces of their own.
    public internal(set) var keyspaces: [Keyspace] = []
    /// Log and lock of each history keyspace.
    public internal(set) var tables: [Table] = []
}

extension MigrationEngine {
    /// Makes the tool's tables where they are missing, and a target keyspace where the configuration says how.
    ///
    /// Safe to run from many places at once, and again at any time.
    ///
    /// - Throws: `MigrationError`; `keyspaceMissing` with the statement to run when a keyspace may not be created.
    public func initialise(
        events: @escaping MigrationEventHandler = { _ in }
    ) async throws(MigrationError) -> InitReport {
        try await withSession(events) { session, _ async throws(MigrationError) in
            try await Initialisation(session: session).run()
        }
    }
}

/// One call of `initialise`.
struct Initialisation {
    let session: Session

    func run() async throws(MigrationError) -> InitReport {
        do throws(ClientError) { _ = try await session.cluster.survey() } catch {
            throw MigrationError(error, during: "asking the nodes for their condition")
        }
        var report = InitReport()
        for target in session.configuration.targets {
            let isNew = try await makeKeyspace(target.name, target.creation)
            report.keyspaces.append(.init(name: target.name, wasCreated: isNew))
        }
        let targets = Set(session.configuration.targets.map(\.name))
        for history in session.historyKeyspaces where !targets.contains(history.name) {
            // A history keyspace of its own is like the first target's, where the configuration describes that.
            let isNew = try await makeKeyspace(history.name, session.configuration.targets.first?.creation)
            report.keyspaces.append(.init(name: history.name, wasCreated: isNew))
        }
        for history in session.historyKeyspaces { report.tables += try await makeTables(history) }
        return report
    }

    private func makeKeyspace(
        _ name: String, _ creation: TargetKeyspace.Creation?
    ) async throws(MigrationError) -> Bool {
        guard try await session.keyspace(name) == nil else { return false }
        guard let creation else {
            throw MigrationError(
                .keyspaceMissing, "there is no keyspace \(name), and the configuration does not say how to create it",
                hint: "run this, or give the replication in the configuration: "
                    + TargetKeyspace.createStatement(name: name, .init(replication: await usualReplication())) + ";")
        }
        do throws(ClientError) {
            let cql = TargetKeyspace.createStatement(name: name, creation)
            try await session.cluster.executeGuarded(Statement(cql, timeout: session.cluster.ddlTimeout))
            let agreed = try await session.cluster.awaitSchemaAgreement(timeout: session.configuration.agreementTimeout)
            if case .disagreed(let disagreement) = agreed {
                throw ClientError(.system(MigrationError(disagreement, addresses: []).message), outcome: .acknowledged)
            }
        } catch {
            throw MigrationError(error, during: "creating keyspace \(name)")
        }
        return true
    }

    /// Up to three replicas in every data centre of the cluster.
    private func usualReplication() async -> [String: String] {
        var replication = ["class": "NetworkTopologyStrategy"]
        for (name, nodes) in Dictionary(grouping: await session.cluster.nodes, by: \.dataCenter) {
            replication[name] = String(min(nodes.count, 3))
        }
        return replication
    }

    private func makeTables(_ history: HistoryKeyspace) async throws(MigrationError) -> [InitReport.Table] {
        let created: [String]
        do throws(LogError) {
            created = try await HistoryTables(in: history, of: session.cluster).create(
                ddlTimeout: session.cluster.ddlTimeout, agreementTimeout: session.configuration.agreementTimeout)
            try await writeFirstRow(history)
        } catch {
            throw MigrationError(error, in: history)
        }
        return HistoryTables.names.map { name in
            InitReport.Table(keyspace: history.name, name: name, wasCreated: created.contains(name))
        }
    }

    /// The first row of the log holds the replication that the later ones are read under.
    private func writeFirstRow(_ keyspace: HistoryKeyspace) async throws(LogError) {
        let log = session.log(in: keyspace)
        var history = History()
        try await log.update(&history)
        guard history.isEmpty else { return }
        var entry = session.identity.entry(.initialised)
        do throws(MigrationError) { entry.replication = try await session.replication(of: keyspace) } catch {
            throw .client(ClientError(.system(error.message)))
        }
        do throws(LogError) { try await log.append([entry], to: &history) } catch {
            // Somebody else who initialises at the same time has written the row.
            guard case .fenced = error else { throw error }
        }
    }
}
