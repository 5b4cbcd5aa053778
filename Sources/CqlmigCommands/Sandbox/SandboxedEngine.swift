import CQLClient
import CQLNode
import EventLoop
import FoundationEssentials
import MigrationEngine
import MigrationLog
import MigrationScripts

/// An engine whose cluster is an embedded node, started with the first operation and gone with the engine: keyspaces and
/// tables are made as `init` would make them, and nothing is kept.
actor SandboxedEngine: EngineOperations {
    private let configuration: EngineConfiguration
    private let startTime: @Sendable () -> Date
    private let makeEngine: @Sendable (EngineConfiguration) -> any EngineOperations
    private var started: Started?

    private struct Started {
        let server: SandboxServer
        let engine: any EngineOperations
        var isInitialised = false
    }

    init(
        _ configuration: EngineConfiguration, now: @escaping @Sendable () -> Date,
        makeEngine: @escaping @Sendable (EngineConfiguration) -> any EngineOperations
    ) {
        self.configuration = configuration
        startTime = now
        self.makeEngine = makeEngine
    }

    /// The engine on the embedded node.
    private func bare() async throws(MigrationError) -> any EngineOperations {
        if let started { return started.engine }
        var plan = ClusterPlan(startTime: Int64(startTime().timeIntervalSince1970 * 1_000_000))
        if let dataCenter = configuration.cluster.localDataCenter { plan.dataCenters = [dataCenter] }
        let server: SandboxServer
        do throws(SystemError) { server = try await SandboxServer.start(plan) } catch {
            throw MigrationError(.cannotConnect, "the embedded node cannot be started: \(error)")
        }
        var local = configuration
        local.cluster.contactPoints = await server.addresses.map {
            CQLClient.ContactPoint(host: $0.host, port: $0.port)
        }
        local.cluster.credentials = nil
        local.targets = configuration.targets.map { target in
            TargetKeyspace(name: target.name, creation: target.creation ?? Self.creation)
        }
        let engine = makeEngine(local)
        started = Started(server: server, engine: engine)
        return engine
    }

    /// The engine with the keyspaces and the tables of the tool made.
    private func initialised() async throws(MigrationError) -> any EngineOperations {
        let engine = try await bare()
        if started?.isInitialised == false {
            _ = try await engine.initialise { _ in }
            started?.isInitialised = true
        }
        return engine
    }

    private static let creation = TargetKeyspace.Creation(
        replication: ["class": "SimpleStrategy", "replication_factor": "1"])

    // MARK: Operations

    func loadScripts() async throws(MigrationError) -> ScriptSet {
        // Files need no node.
        try await makeEngine(configuration).loadScripts()
    }

    func checkConnection(events: @escaping MigrationEventHandler) async throws(MigrationError) {
        try await bare().checkConnection(events: events)
    }

    func initialise(events: @escaping MigrationEventHandler) async throws(MigrationError) -> InitReport {
        let report = try await bare().initialise(events: events)
        started?.isInitialised = true
        return report
    }

    func migrate(
        _ options: MigrateOptions, events: @escaping MigrationEventHandler
    ) async throws(MigrationError) -> RunReport {
        try await initialised().migrate(options, events: events)
    }

    func pending(events: @escaping MigrationEventHandler) async throws(MigrationError) -> [KeyspacePlan] {
        try await initialised().pending(events: events)
    }

    func status(events: @escaping MigrationEventHandler) async throws(MigrationError) -> [KeyspaceStatus] {
        try await initialised().status(events: events)
    }

    func validate(events: @escaping MigrationEventHandler) async throws(MigrationError) -> [KeyspacePlan] {
        try await initialised().validate(events: events)
    }

    func history(
        withTexts: Bool, events: @escaping MigrationEventHandler,
        _ body: @escaping @Sendable (String, LogEntry) -> Void
    ) async throws(MigrationError) {
        try await initialised().history(withTexts: withTexts, events: events, body)
    }

    func snapshot(
        of keyspace: String, events: @escaping MigrationEventHandler
    ) async throws(MigrationError) -> SchemaSnapshot {
        try await initialised().snapshot(of: keyspace, events: events)
    }

    func schema(
        of keyspace: String, events: @escaping MigrationEventHandler
    ) async throws(MigrationError) -> KeyspaceSchema {
        try await initialised().schema(of: keyspace, events: events)
    }

    func schema(_ declared: DeclaredSchema) async throws(MigrationError) -> KeyspaceSchema {
        // Files need no node.
        try await makeEngine(configuration).schema(declared)
    }

    func rollback(
        _ options: RollbackOptions, events: @escaping MigrationEventHandler,
        confirm: @escaping @Sendable ([KeyspacePlan]) async -> Bool
    ) async throws(MigrationError) -> RunReport {
        try await initialised().rollback(options, events: events, confirm: confirm)
    }

    func baseline(
        upTo version: MigrationVersion, events: @escaping MigrationEventHandler
    ) async throws(MigrationError) -> BaselineReport {
        try await initialised().baseline(upTo: version, events: events)
    }

    func examine(events: @escaping MigrationEventHandler) async throws(MigrationError) -> DoctorReport {
        try await initialised().examine(events: events)
    }

    func repairList(events: @escaping MigrationEventHandler) async throws(MigrationError) -> [RepairList] {
        try await initialised().repairList(events: events)
    }

    func repair(
        script: String, statement: Int?, answer: RepairAnswer, reason: String?,
        events: @escaping MigrationEventHandler
    ) async throws(MigrationError) -> [String: Int] {
        try await initialised().repair(
            script: script, statement: statement, answer: answer, reason: reason, events: events)
    }

    func releaseLock(
        isForced: Bool, reason: String?, events: @escaping MigrationEventHandler,
        confirm: @escaping @Sendable (String, LockHolder) async -> Bool
    ) async throws(MigrationError) -> [String: LockHolder] {
        try await initialised().releaseLock(isForced: isForced, reason: reason, events: events, confirm: confirm)
    }
}
