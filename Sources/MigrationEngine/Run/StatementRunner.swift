import CQLClient
import CQLSyntax
import LiveSchema
import MigrationLog
import MigrationScripts
import SchemaModel

/// Runs one statement after the other: intent, lease, clock, statement, agreement, a look at what came of it, outcome.
struct StatementRunner {
    let session: Session
    let target: TargetKeyspace
    let log: LockedLog
    let planned: PlannedScript
    let place: SchemaPlace
    let stop: StopFlag
    /// Makes a row about the script.
    let entry: (LogEntryKind) -> LogEntry

    /// Where names without a keyspace are looked up, as CQL writes it: the target, or what a `USE` of the script said.
    var keyspaceInUse: String
    var timings = Timings()
    /// The statements that changed the schema since the nodes last agreed.
    var unagreed: [SentStatement] = []
    /// What became of those since, by their numbers.
    var settled: [Int: Outcome] = [:]
    /// What is to be said of them besides.
    var settledWarnings: [Int: [String]] = [:]

    /// How often one statement may be sent, and how often the coordinator may be lost before that.
    static let attempts = 3

    init(
        session: Session, target: TargetKeyspace, log: LockedLog, planned: PlannedScript, place: SchemaPlace,
        stop: StopFlag, entry: @escaping (LogEntryKind) -> LogEntry
    ) {
        self.session = session
        self.target = target
        self.log = log
        self.planned = planned
        self.place = place
        self.stop = stop
        self.entry = entry
        // What a script said before it stopped holds where it goes on.
        let chosen = planned.statements.chosenKeyspace(before: planned.start)
        keyspaceInUse = chosen.map { CQLIdentifier.quoted($0) } ?? target.quotedName
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
        let goal = StatementGoal(statement, keyspace: CQLIdentifier.name(from: keyspaceInUse), in: place)
        do throws(MigrationError) {
            // Data must not be written before every replica has the table.
            if !unagreed.isEmpty && !goal.changesSchema { try await agreeOnAll() }
            var wasSent = wasSentInVain(statement)
            if wasSent, try await isThereAlready(statement, goal, &report) { return nil }
            for attempt in 1...Self.attempts {
                let intent = try await intend(statement, goal, wasSent: wasSent)
                switch try await execute(statement, goal, intent, isLast: attempt == Self.attempts, &report) {
                case .seenThrough: return nil
                case .neverLeft: continue
                case .hadNoEffect: wasSent = true
                }
            }
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

    /// Whether an earlier run has sent a statement and found out that it did not take effect.
    private func wasSentInVain(_ statement: ScriptStatement) -> Bool {
        let record = log.history[target.name].scripts[.version(planned.version)]?.statements[statement.number]
        return record?.wasFoundUnapplied == true && record?.hash == statement.hash.hex
    }

    /// Whether a statement of an earlier run has come back: its coordinator was dead when it was looked for, and has
    /// brought along what only it had.
    private mutating func isThereAlready(
        _ statement: ScriptStatement, _ goal: StatementGoal, _ report: inout StatementReport
    ) async throws(MigrationError) -> Bool {
        guard let postcondition = goal.postcondition else { return false }
        let check = StatementCheck(number: statement.number, postcondition: postcondition)
        let rows: [SystemRow]
        do throws(LiveSchemaError) {
            rows = try await SchemaReadBack(cluster: session.cluster).rows(for: [check], areAcknowledged: false)
        } catch {
            throw MigrationError(error, during: "reading what is there of statement \(statement.number)")
        }
        guard check.verdict(of: rows) == .landed else { return false }
        report.outcome = .applied
        queueResolved(
            statement, await session.cluster.coordinator, .applied,
            "it was there when it was to be sent again: its coordinator had it")
        return true
    }

    /// What came of handing a statement to its coordinator.
    enum Ending {
        case seenThrough
        /// It was sent, and did not take effect; it may be sent again.
        case hadNoEffect
        /// It was not sent, for the coordinator was lost; another can be asked.
        case neverLeft
    }

    /// A statement that may be sent now, to this node.
    struct Intent {
        let coordinator: Coordinator
        /// What is looked for afterwards.
        let check: StatementCheck?
        /// Whether it was sent before, and found not to have taken effect then.
        var wasSent = false
    }

    /// Writes the intent, and makes sure that the node it names is still the one that will get the statement, and that
    /// its clock lets the statement take effect.
    private mutating func intend(
        _ statement: ScriptStatement, _ goal: StatementGoal, wasSent: Bool
    ) async throws(MigrationError) -> Intent {
        for _ in 0..<Self.attempts {
            let coordinator = try await standingCoordinator()
            var row = entry(.statementIntended)
            fill(&row, statement, coordinator)
            log.queue(row)
            // One round of Paxos and a few rows of the coordinator's own: at the same time.
            let cluster = session.cluster
            let postcondition = goal.postcondition
            async let look = StatementOutlook.look(at: postcondition, through: cluster)
            do throws(MigrationError) { try await log.flush() } catch {
                _ = await look
                throw error
            }
            let looked = await look
            if await cluster.hasCoordinator {
                let outlook: StatementOutlook
                do throws(ClientError) { outlook = try looked.get() } catch {
                    let failure = MigrationError(error, during: "looking at the schema before a statement")
                    throw withdrawn(statement, coordinator, failure)
                }
                guard let clock = outlook.clock, let lag = clock.lag else {
                    // Behind everything that is waited for: a process may have been stopped there for any time.
                    try await log.check()
                    return Intent(
                        coordinator: coordinator,
                        check: postcondition.map {
                            StatementCheck(number: statement.number, postcondition: $0, before: outlook.before)
                        }, wasSent: wasSent)
                }
                withdraw(statement, coordinator)
                try await leave(coordinator, behindBy: lag, in: postcondition?.keyspace ?? "")
                continue
            }
            // Lost meanwhile, with nothing sent: the intent is taken back and given to another.
            withdraw(statement, coordinator)
        }
        throw MigrationError(.cannotConnect, "the coordinators are lost as soon as they are connected to")
    }

    /// Writes down that nothing was sent after an intent.
    private func withdraw(_ statement: ScriptStatement, _ coordinator: Coordinator) {
        var outcome = entry(.statementOutcome)
        fill(&outcome, statement, coordinator)
        outcome.outcome = .notSent
        log.queue(outcome)
    }

    private func withdrawn(
        _ statement: ScriptStatement, _ coordinator: Coordinator, _ error: MigrationError
    ) -> MigrationError {
        withdraw(statement, coordinator)
        return error
    }

    func timeout(of statement: ScriptStatement) -> Duration? {
        switch statement.statement.summary.kind {
        case .schemaDefinition, .truncate, .accessControl: session.cluster.ddlTimeout
        default: nil
        }
    }
}

extension [ScriptStatement] {
    /// The keyspace that the last `USE` before a statement chooses, without quotes.
    func chosenKeyspace(before number: Int) -> String? {
        prefix(Swift.max(0, number - 1)).reversed().lazy.compactMap(\.chosenKeyspace).first
    }
}
