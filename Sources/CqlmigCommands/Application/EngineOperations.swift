import MigrationEngine
import MigrationLog
import MigrationScripts

/// What the commands ask of an engine; a protocol so that their tests need no cluster.
protocol EngineOperations: Sendable {
    /// See `MigrationEngine.loadScripts`.
    func loadScripts() async throws(MigrationError) -> ScriptSet

    /// See `MigrationEngine.checkConnection`.
    func checkConnection(events: @escaping MigrationEventHandler) async throws(MigrationError)

    /// See `MigrationEngine.initialise`.
    func initialise(events: @escaping MigrationEventHandler) async throws(MigrationError) -> InitReport

    /// See `MigrationEngine.migrate`.
    func migrate(
        _ options: MigrateOptions, events: @escaping MigrationEventHandler
    ) async throws(MigrationError) -> RunReport

    /// See `MigrationEngine.pending`.
    func pending(events: @escaping MigrationEventHandler) async throws(MigrationError) -> [KeyspacePlan]

    /// See `MigrationEngine.status`.
    func status(events: @escaping MigrationEventHandler) async throws(MigrationError) -> [KeyspaceStatus]

    /// See `MigrationEngine.validate`.
    func validate(events: @escaping MigrationEventHandler) async throws(MigrationError) -> [KeyspacePlan]

    /// See `MigrationEngine.history`.
    func history(
        withTexts: Bool, events: @escaping MigrationEventHandler,
        _ body: @escaping @Sendable (String, LogEntry) -> Void
    ) async throws(MigrationError)

    /// See `MigrationEngine.snapshot`.
    func snapshot(
        of keyspace: String, events: @escaping MigrationEventHandler
    ) async throws(MigrationError) -> SchemaSnapshot

    /// See `MigrationEngine.schema(of:events:)`.
    func schema(of keyspace: String, events: @escaping MigrationEventHandler) async throws(MigrationError)
        -> KeyspaceSchema

    /// See `MigrationEngine.schema(_:)`.
    func schema(_ declared: DeclaredSchema) async throws(MigrationError) -> KeyspaceSchema

    /// See `MigrationEngine.rollback`.
    func rollback(
        _ options: RollbackOptions, events: @escaping MigrationEventHandler,
        confirm: @escaping @Sendable ([KeyspacePlan]) async -> Bool
    ) async throws(MigrationError) -> RunReport

    /// See `MigrationEngine.baseline`.
    func baseline(
        upTo version: MigrationVersion, events: @escaping MigrationEventHandler
    ) async throws(MigrationError) -> BaselineReport

    /// See `MigrationEngine.examine`.
    func examine(events: @escaping MigrationEventHandler) async throws(MigrationError) -> DoctorReport

    /// See `MigrationEngine.repairList`.
    func repairList(events: @escaping MigrationEventHandler) async throws(MigrationError) -> [RepairList]

    /// See `MigrationEngine.repair`.
    func repair(
        script: String, statement: Int?, answer: RepairAnswer, reason: String?,
        events: @escaping MigrationEventHandler
    ) async throws(MigrationError) -> [String: Int]

    /// See `MigrationEngine.releaseLock`.
    func releaseLock(
        isForced: Bool, reason: String?, events: @escaping MigrationEventHandler,
        confirm: @escaping @Sendable (String, LockHolder) async -> Bool
    ) async throws(MigrationError) -> [String: LockHolder]
}

extension MigrationEngine: EngineOperations {}
