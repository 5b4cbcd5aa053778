import CQLClient
import CQLSyntax
import FoundationEssentials
import LiveSchema
import MigrationLog
import MigrationScripts
import SchemaModel

/// Finds out, at the start of a run and under the lock, what became of statements that earlier runs left open: intents
/// without an outcome, outcomes that nobody knew, and statements that were acknowledged before a last agreement that never
/// came (mode `script`).
struct OpenStatements {
    let session: Session
    let scripts: ScriptSet
    let stop: StopFlag

    /// Why statements stay open, by script and number.
    struct Questions {
        var reasons: [Key: String] = [:]

        struct Key: Hashable {
            let script: String
            let number: Int
        }

        /// The error with what was found out about its statements.
        func explaining(_ error: MigrationError) -> MigrationError {
            var error = error
            for finding in error.findings {
                guard let number = finding.statement else { continue }
                guard let reason = reasons[Key(script: finding.script, number: number)] else { continue }
                error.notes.append("statement \(number) of \(finding.script): \(reason)")
            }
            return error
        }
    }

    /// A statement that is open, as the log and the file have it.
    private struct Open {
        let record: StatementRecord
        let statement: ScriptStatement
        let goal: StatementGoal
    }

    /// Whether a history has anything to find out.
    static func isNeeded(_ history: KeyspaceHistory) -> Bool {
        history.halfDone.contains { !$0.openStatements.isEmpty || !$0.unsettledStatements.isEmpty }
    }

    /// Writes down what is found out, and tells why the rest stays open.
    func settle(_ target: TargetKeyspace, _ log: LockedLog) async throws(MigrationError) -> Questions {
        var questions = Questions()
        for record in log.history[target.name].halfDone.sorted(by: { $0.last.seq < $1.last.seq }) {
            let open = record.openStatements + record.unsettledStatements
            guard !open.isEmpty, let statements = try self.statements(of: record) else { continue }
            try await settle(open.sorted { $0.number < $1.number }, of: record, statements, target, log, &questions)
        }
        try await log.flush()
        return questions
    }

    private func statements(of record: ScriptRecord) throws(MigrationError) -> [ScriptStatement]? {
        guard let script = scripts.versioned.first(where: { .version($0.version?.text ?? "") == record.key }) else {
            return nil
        }
        return try ScriptStatement.list(
            record.direction == .up ? script.parsed().up : scripts.undo(of: script)?.statements() ?? [])
    }

    private func settle(
        _ records: [StatementRecord], of script: ScriptRecord, _ statements: [ScriptStatement],
        _ target: TargetKeyspace, _ log: LockedLog, _ questions: inout Questions
    ) async throws(MigrationError) {
        let place = await SchemaPlace(session.cluster)
        var groups: [NodeID?: [Open]] = [:]
        for record in records {
            let key = Questions.Key(script: script.script, number: record.number)
            guard record.number <= statements.count, statements[record.number - 1].hash.hex == record.hash else {
                if record.isOpen { questions.reasons[key] = "its text is another one now, so it is not looked for" }
                continue
            }
            let statement = statements[record.number - 1]
            let keyspace = statements.chosenKeyspace(before: record.number) ?? target.name
            let goal = StatementGoal(statement, keyspace: keyspace, in: place)
            guard goal.isResolvable else {
                if record.isOpen { questions.reasons[key] = goal.question }
                continue
            }
            // What was acknowledged and needs no agreement is done.
            if !record.isOpen, !goal.changesSchema { continue }
            let node = record.entry.coordinator.map { NodeID($0) }
            groups[node, default: []].append(Open(record: record, statement: statement, goal: goal))
        }
        for (node, group) in groups.sorted(by: { $0.value[0].record.number < $1.value[0].record.number }) {
            session.events(
                .resolvingStatement(
                    script: script.script, number: group[0].record.number, reason: "an earlier run left it open"))
            let finding = await resolve(group, on: node) { check in
                let own = script.statements[check.number]?.entry.seq ?? 0
                let asked = Set(group.map(\.record.number))
                return behind(check.number, in: script).filter { !asked.contains($0.number) && $0.entry.seq > own }
                    .compactMap { postcondition(of: $0, statements, target, place) }
            }
            for open in group {
                let key = Questions.Key(script: script.script, number: open.record.number)
                note(open, finding, key, script, target, log, &questions)
            }
        }
    }

    /// The statements behind another that have run, or may have: what they did to its effect is not missing.
    private func behind(_ number: Int, in script: ScriptRecord) -> [StatementRecord] {
        script.statements.values.filter { $0.number > number && ($0.isDone || $0.isOpen) }.sorted {
            $0.number < $1.number
        }
    }

    private func postcondition(
        of record: StatementRecord, _ statements: [ScriptStatement], _ target: TargetKeyspace, _ place: SchemaPlace
    ) -> Postcondition? {
        guard record.number <= statements.count, statements[record.number - 1].hash.hex == record.hash else {
            return nil
        }
        let keyspace = statements.chosenKeyspace(before: record.number) ?? target.name
        return StatementGoal(statements[record.number - 1], keyspace: keyspace, in: place).postcondition
    }

    private func resolve(
        _ group: [Open], on node: NodeID?, others: (StatementCheck) -> [Postcondition]
    ) async -> OutcomeResolver.Finding {
        let checks = group.compactMap { open in
            open.goal.postcondition.map { StatementCheck(number: open.record.number, postcondition: $0) }
        }
        // The time of a statement is counted from its row, by the wall clock of whoever wrote it.
        let remaining = group.map { open -> Duration in
            guard open.goal.changesSchema || open.statement.statement.summary.kind == .truncate else { return .zero }
            let limit = Duration.milliseconds(open.record.entry.timeoutMilliseconds ?? 0)
            let elapsed = Duration.seconds(
                max(0, session.environment.now().timeIntervalSince(open.record.entry.at)))
            return max(.zero, limit - elapsed)
        }
        let intent = OutcomeInquiry.Intent(
            coordinator: node, generation: group.compactMap(\.record.entry.coordinatorGeneration).max(),
            over: session.clock.now() + (remaining.max() ?? .zero),
            isHandedOn: group.contains { $0.goal.changesSchema }
                && session.cluster.platform.hasTransactionalMetadata)
        return await OutcomeResolver(session: session, stop: stop).resolve(
            StatementCheck.consider(checks, others: others), intent)
    }

    private func note(
        _ open: Open, _ finding: OutcomeResolver.Finding, _ key: Questions.Key, _ script: ScriptRecord,
        _ target: TargetKeyspace, _ log: LockedLog, _ questions: inout Questions
    ) {
        let number = open.record.number
        switch (finding.conclusion, finding.verdicts[number]) {
        case (_, .landed?):
            log.queue(row(open, script, target, log, .applied, "it is in the schema of every node that is up"))
        case (.notLanded(let coordinator, let found), let verdict) where verdict == nil || verdict?.isMissing == true:
            let why = coordinator == .dead ? "the process that was to run it is dead" : "its coordinator answers again"
            let what = verdict == nil ? "it may be run again" : found
            log.queue(row(open, script, target, log, verdict == nil ? nil : .notSent, "\(what), and \(why)"))
        case (.conflicting(let conflicts), _):
            reopen(open, script, target, log)
            questions.reasons[key] = conflicts.map(\.description).joined(separator: "; ")
        case (.open(let reason), _):
            reopen(open, script, target, log)
            questions.reasons[key] = reason
        case (.landed, _), (.notLanded, _):
            reopen(open, script, target, log)
        }
    }

    /// A statement that was acknowledged and of which nobody knows now.
    private func reopen(_ open: Open, _ script: ScriptRecord, _ target: TargetKeyspace, _ log: LockedLog) {
        guard !open.record.isOpen else { return }
        var row = row(open, script, target, log, .unknown, nil)
        row.kind = .statementOutcome
        row.errorCode = MigrationError.Code.outcomeUnknown.rawValue
        row.errorText = "it was acknowledged, and whether the nodes have it is not known"
        log.queue(row)
    }

    private func row(
        _ open: Open, _ script: ScriptRecord, _ target: TargetKeyspace, _ log: LockedLog, _ outcome: Outcome?,
        _ reason: String?
    ) -> LogEntry {
        var row = log.entry(.statementResolved)
        let known = open.record.entry
        row.target = target.name
        row.script = script.last.script ?? script.script
        row.type = script.last.type
        row.version = script.last.version
        row.description = script.description
        row.statement = open.record.number
        row.statements = known.statements
        row.statementHash = open.record.hash
        row.outcome = outcome
        row.agreed = outcome == .applied ? true : nil
        row.coordinator = known.coordinator
        row.coordinatorAddress = known.coordinatorAddress
        row.coordinatorGeneration = known.coordinatorGeneration
        row.timeoutMilliseconds = known.timeoutMilliseconds
        row.reason = reason
        return row
    }
}

extension SchemaVerdict {
    fileprivate var isMissing: Bool { if case .notLanded = self { true } else { false } }
}
