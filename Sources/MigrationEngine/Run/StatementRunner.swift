import CQLClient
import CQLSyntax
import MigrationLog
import MigrationScripts

/// Runs one statement after the other: intent, lease, statement, outcome, agreement.
struct StatementRunner {
    let session: Session
    let target: TargetKeyspace
    let log: LockedLog
    let planned: PlannedScript
    /// Makes a row about the script.
    let entry: (LogEntryKind) -> LogEntry

    /// Where names without a keyspace are looked up, as CQL writes it: the target, or what a `USE` of the script said.
    private var keyspaceInUse: String
    var timings = Timings()
    /// The statements that changed the schema since the nodes last agreed, as their reports have them.
    var unagreed: [(statement: ScriptStatement, coordinator: Coordinator, report: StatementReport)] = []
    /// What became of those since, by their numbers.
    var settled: [Int: Outcome] = [:]

    /// How often the coordinator may be lost between the intent and the sending of one statement.
    private static let attempts = 3

    init(
        session: Session, target: TargetKeyspace, log: LockedLog, planned: PlannedScript,
        entry: @escaping (LogEntryKind) -> LogEntry
    ) {
        self.session = session
        self.target = target
        self.log = log
        self.planned = planned
        self.entry = entry
        // What a script said before it stopped holds where it goes on.
        keyspaceInUse =
            planned.statements.prefix(planned.start - 1).reversed()
            .lazy.compactMap { Self.keyspace(chosenBy: $0) }.first ?? target.quotedName
    }

    private static func keyspace(chosenBy statement: ScriptStatement) -> String? {
        guard statement.statement.summary.kind == .use else { return nil }
        return statement.statement.summary.name.map { CQLIdentifier.quoted($0) }
    }

    /// Makes the session look up names without a keyspace where the script expects it.
    func chooseKeyspace() async throws(MigrationError) {
        do throws(ClientError) {
            _ = try await session.cluster.execute(Statement("USE \(keyspaceInUse)"))
        } catch {
            // A server can be told to have no USE: then names without a keyspace are its errors, and others work.
            guard error.serverError?.message.contains("use_statements_enabled") != true else { return }
            throw MigrationError(error, during: "choosing keyspace \(keyspaceInUse)")
        }
    }

    /// The time spent since this was last called.
    mutating func takeTimings() -> Timings {
        defer { timings = Timings() }
        return timings
    }

    /// Runs a statement and writes down in `report` what became of it; gives the failure, if it is one.
    mutating func run(_ statement: ScriptStatement, _ report: inout StatementReport) async -> MigrationError? {
        let changesSchema = statement.statement.summary.kind == .schemaDefinition
        do throws(MigrationError) {
            // Data must not be written before every replica has the table.
            if !unagreed.isEmpty && !changesSchema { try await agreeOnAll() }
            let coordinator = try await intend(statement)
            try await execute(statement, on: coordinator, &report)
        } catch {
            return error
        }
        return nil
    }

    /// The end of the script: what the statements changed has to be everywhere.
    mutating func finish() async throws(MigrationError) {
        if !unagreed.isEmpty { try await agreeOnAll() }
    }

    // MARK: Before

    /// Writes the intent, and makes sure that the node it names is still the one that will get the statement.
    private mutating func intend(_ statement: ScriptStatement) async throws(MigrationError) -> Coordinator {
        for _ in 0..<Self.attempts {
            let coordinator = try await standingCoordinator()
            var intent = entry(.statementIntended)
            fill(&intent, statement, coordinator)
            log.queue(intent)
            try await log.flush()
            try await log.check()
            if await session.cluster.hasCoordinator { return coordinator }
            // Lost meanwhile, with nothing sent: the intent is taken back and given to another.
            var outcome = entry(.statementOutcome)
            fill(&outcome, statement, coordinator)
            outcome.outcome = .notSent
            log.queue(outcome)
        }
        throw MigrationError(.cannotConnect, "the coordinators are lost as soon as they are connected to")
    }

    private mutating func standingCoordinator() async throws(MigrationError) -> Coordinator {
        if await session.cluster.hasCoordinator { return await session.cluster.coordinator }
        // What only the lost one is known to have may be gone with it.
        if !unagreed.isEmpty { throw loseUnagreed("its connection ended") }
        let coordinator: Coordinator
        do throws(ClientError) {
            coordinator = try await session.cluster.replaceCoordinator()
            _ = try await session.cluster.survey()
        } catch {
            throw MigrationError(error, during: "looking for another coordinator")
        }
        session.events(.warning("the coordinator was lost; \(coordinator.node.place) takes over"))
        // The new one has to have everything that the old one ran.
        try await agree()
        try await chooseKeyspace()
        return coordinator
    }

    // MARK: The statement

    private mutating func execute(
        _ statement: ScriptStatement, on coordinator: Coordinator, _ report: inout StatementReport
    ) async throws(MigrationError) {
        let began = ContinuousClock.now
        do throws(ClientError) {
            let request = Statement(statement.statement.text, timeout: timeout(of: statement))
            let result = try await session.cluster.execute(request)
            report.elapsed = began.duration(to: .now)
            report.outcome = .acknowledged
            report.warnings = result.warnings + conditionWarning(result)
            keyspaceInUse = Self.keyspace(chosenBy: statement) ?? keyspaceInUse
        } catch {
            report.elapsed = began.duration(to: .now)
            report.outcome = error.outcome
            timings.add(began.duration(to: .now), to: .statements)
            let failure = StatementFailure(statement: statement, planned: planned, error: error).error
            queueOutcome(statement, coordinator, report, agreed: nil, failure)
            // With the coordinator may go what the other nodes do not have yet.
            guard !unagreed.isEmpty, await !session.cluster.hasCoordinator else { throw failure }
            throw loseUnagreed(failure.message)
        }
        timings.add(began.duration(to: .now), to: .statements)
        if statement.statement.summary.kind == .schemaDefinition { unagreed.append((statement, coordinator, report)) }
        guard !unagreed.isEmpty, session.configuration.agreementMode == .statement else {
            return queueOutcome(statement, coordinator, report, agreed: nil, nil)
        }
        session.events(.awaitingAgreement(script: planned.path, number: statement.number))
        let acknowledged = ContinuousClock.now
        do throws(MigrationError) {
            try await agree()
        } catch {
            report.agreement = acknowledged.duration(to: .now)
            // When the coordinator is lost before the others have the change, it may be gone with it.
            if error.code != .noSchemaAgreement { report.outcome = .unknown }
            queueOutcome(statement, coordinator, report, agreed: false, error)
            throw report.outcome == .unknown ? lostBeforeAgreement(statement, error) : error
        }
        report.agreement = acknowledged.duration(to: .now)
        report.outcome = .applied
        queueOutcome(statement, coordinator, report, agreed: true, nil)
    }

    func timeout(of statement: ScriptStatement) -> Duration? {
        switch statement.statement.summary.kind {
        case .schemaDefinition, .truncate, .accessControl: session.cluster.ddlTimeout
        default: nil
        }
    }

    /// A conditional write that wrote nothing is no error of the server, and easily overlooked.
    private func conditionWarning(_ result: ResultSet) -> [String] {
        guard (try? result.wasApplied()) == false else { return [] }
        return ["the condition of the statement did not hold: nothing was written"]
    }

    private func lostBeforeAgreement(_ statement: ScriptStatement, _ error: MigrationError) -> MigrationError {
        var failure = MigrationError(
            .outcomeUnknown,
            "statement \(statement.number) of \(planned.path) was acknowledged, but its coordinator was lost before the "
                + "other nodes had it: \(error.message)", outcome: .unknown)
        failure.hint = StatementFailure.repairHint(planned, statement)
        failure.place = StatementFailure.place(of: statement)
        return failure
    }
}
