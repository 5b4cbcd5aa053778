import CQLClient
import CQLSyntax
import MigrationLog
import MigrationScripts
import Synchronization
import Testing

@testable import CqlmigCommands
@testable import MigrationEngine

/// An engine that gives what the test told it to give, after it has said what it was told to say.
struct FakeEngine: EngineOperations {
    var configuration: EngineConfiguration
    var environment: EngineEnvironment
    var answers: Answers

    /// What each operation gives; the failure of the test where it gives nothing.
    struct Answers: Sendable {
        /// Comes before every operation's end.
        var events: [MigrationEvent] = []
        /// What every operation throws.
        var failure: MigrationError?
        var initialised = InitReport()
        var run: RunReport?
        var plans: [KeyspacePlan] = []
        var statuses: [KeyspaceStatus] = []
        var rows: [LogEntry] = []
        var snapshot: SchemaSnapshot?
        /// By the name of the keyspace, or by the path of what declares it.
        var schemas: [String: KeyspaceSchema] = [:]
        var marked: [String: [String]] = [:]
        var examined = DoctorReport(findings: [], notInitialised: nil)
        var repairs: [RepairList] = []
        var answered: [String: Int] = [:]
        var holders: [String: LockHolder] = [:]
        /// Runs in every operation, for tests of signals.
        var pause: @Sendable () async -> Void = {}
        /// Gets what an operation was called with.
        var call: @Sendable (String) -> Void = { _ in }
    }

    private func begin(
        _ name: String, _ events: MigrationEventHandler
    ) async throws(MigrationError) {
        answers.call(name)
        for event in answers.events { events(event) }
        await answers.pause()
        if let failure = answers.failure { throw failure }
    }

    func loadScripts() async throws(MigrationError) -> ScriptSet {
        try await MigrationEngine(configuration: configuration, environment: environment).loadScripts()
    }

    func checkConnection(events: @escaping MigrationEventHandler) async throws(MigrationError) {
        try await begin("checkConnection \(configuration.cluster.contactPoints.map(\.description))", events)
    }

    func initialise(events: @escaping MigrationEventHandler) async throws(MigrationError) -> InitReport {
        try await begin("initialise", events)
        return answers.initialised
    }

    func migrate(
        _ options: MigrateOptions, events: @escaping MigrationEventHandler
    ) async throws(MigrationError) -> RunReport {
        let allowed = options.allowed.map(\.rawValue).sorted().joined(separator: ",")
        try await begin(
            "migrate target=\(options.target?.text ?? "-") dry=\(options.isDryRun) allow=\(allowed) "
                + "keep=\(options.keepsGoing) tag=\(options.tag ?? "-")", events)
        return try report()
    }

    func pending(events: @escaping MigrationEventHandler) async throws(MigrationError) -> [KeyspacePlan] {
        try await begin("pending", events)
        return answers.plans
    }

    func status(events: @escaping MigrationEventHandler) async throws(MigrationError) -> [KeyspaceStatus] {
        try await begin("status", events)
        return answers.statuses
    }

    func validate(events: @escaping MigrationEventHandler) async throws(MigrationError) -> [KeyspacePlan] {
        try await begin("validate", events)
        return answers.plans
    }

    func history(
        withTexts: Bool, events: @escaping MigrationEventHandler,
        _ body: @escaping @Sendable (String, LogEntry) -> Void
    ) async throws(MigrationError) {
        try await begin("history", events)
        for row in answers.rows { body("shop_log", row) }
    }

    func snapshot(
        of keyspace: String, events: @escaping MigrationEventHandler
    ) async throws(MigrationError) -> SchemaSnapshot {
        try await begin("snapshot \(keyspace)", events)
        guard let snapshot = answers.snapshot else {
            throw MigrationError(.local, "the test gives no snapshot")
        }
        return snapshot
    }

    func schema(
        of keyspace: String, events: @escaping MigrationEventHandler
    ) async throws(MigrationError) -> KeyspaceSchema {
        try await begin("schema of \(keyspace)", events)
        guard let schema = answers.schemas[keyspace] else {
            throw MigrationError(.keyspaceMissing, "there is no keyspace \(keyspace)")
        }
        return schema
    }

    func schema(_ declared: DeclaredSchema) async throws(MigrationError) -> KeyspaceSchema {
        answers.call("schema at \(declared.path) for \(declared.release.rawValue)")
        guard let schema = answers.schemas[declared.path] else {
            throw MigrationError(.usage, "cannot read \(declared.path)")
        }
        return schema
    }

    func rollback(
        _ options: RollbackOptions, events: @escaping MigrationEventHandler,
        confirm: @escaping @Sendable ([KeyspacePlan]) async -> Bool
    ) async throws(MigrationError) -> RunReport {
        let selection =
            switch options.selection {
            case .steps(let count): "steps=\(count)"
            case .to(let version): "to=\(version.text)"
            }
        try await begin("rollback \(selection) dry=\(options.isDryRun)", events)
        guard options.isDryRun == false, await confirm(answers.plans) == false else { return try report() }
        throw MigrationError(.declined, "nothing was undone", hint: "--yes answers the question")
    }

    func baseline(
        upTo version: MigrationVersion, events: @escaping MigrationEventHandler
    ) async throws(MigrationError) -> BaselineReport {
        try await begin("baseline \(version.text)", events)
        return Sample.baseline(version, answers.marked)
    }

    func examine(events: @escaping MigrationEventHandler) async throws(MigrationError) -> DoctorReport {
        try await begin("examine", events)
        return answers.examined
    }

    func repairList(events: @escaping MigrationEventHandler) async throws(MigrationError) -> [RepairList] {
        try await begin("repairList", events)
        return answers.repairs
    }

    func repair(
        script: String, statement: Int?, answer: RepairAnswer, reason: String?,
        events: @escaping MigrationEventHandler
    ) async throws(MigrationError) -> [String: Int] {
        try await begin(
            "repair \(script) \(statement.map(String.init) ?? "-") \(answer.rawValue) \(reason ?? "-")", events)
        return answers.answered
    }

    func releaseLock(
        isForced: Bool, reason: String?, events: @escaping MigrationEventHandler,
        confirm: @escaping @Sendable (String, LockHolder) async -> Bool
    ) async throws(MigrationError) -> [String: LockHolder] {
        try await begin("releaseLock force=\(isForced) \(reason ?? "-")", events)
        for (keyspace, holder) in answers.holders.sorted(by: { $0.key < $1.key }) {
            guard await confirm(keyspace, holder) else {
                throw MigrationError(.declined, "the lock of \(keyspace) was left alone", hint: "--yes")
            }
        }
        return answers.holders
    }

    private func report() throws(MigrationError) -> RunReport {
        guard let run = answers.run else { throw MigrationError(.local, "the test gives no report") }
        return run
    }
}
