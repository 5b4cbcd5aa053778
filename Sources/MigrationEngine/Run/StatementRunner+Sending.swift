import CQLClient
import CQLSyntax
import LiveSchema
import MigrationLog
import MigrationScripts

/// Sending a statement, and what is done when no answer tells what became of it.
extension StatementRunner {
    /// Sends the statement and sees it through.
    mutating func execute(
        _ statement: ScriptStatement, _ goal: StatementGoal, _ intent: Intent, isLast: Bool,
        _ report: inout StatementReport
    ) async throws(MigrationError) -> Ending {
        let watch = Stopwatch(session.clock)
        let result: ResultSet
        do throws(ClientError) {
            result = try await session.cluster.execute(
                CQLClient.Statement(statement.statement.text, timeout: timeout(of: statement)))
        } catch {
            report.elapsed = watch.elapsed
            report.outcome = error.outcome
            timings.add(watch.elapsed, to: .statements)
            let failure = StatementFailure(statement: statement, planned: planned, error: error).error
            if error.outcome == .rejected, try await tookEffectBefore(statement, intent, failure, &report) {
                return .seenThrough
            }
            queueOutcome(statement, intent.coordinator, report, agreed: nil, failure)
            guard error.outcome == .unknown else {
                let isLost = await !session.cluster.hasCoordinator
                // With the coordinator may go what the other nodes do not have yet.
                if isLost, !unagreed.isEmpty { try await settleUnagreed(failure.message) }
                // Lost between the last look at it and this: another takes over, as it does between two statements.
                guard error.outcome == .notSent, isLost, !isLast, !stop.isSet else { throw failure }
                return .neverLeft
            }
            return try await resolve(
                statement, goal, intent, sent: watch, failure, isLast: isLast, &report)
        }
        report.elapsed = watch.elapsed
        report.outcome = .acknowledged
        report.warnings = result.warnings + conditionWarning(result)
        timings.add(watch.elapsed, to: .statements)
        if let chosen = statement.chosenKeyspace { keyspaceInUse = CQLIdentifier.quoted(chosen) }
        guard goal.changesSchema else {
            queueOutcome(statement, intent.coordinator, report, agreed: nil, nil)
            return .seenThrough
        }
        unagreed.append(
            SentStatement(
                statement: statement, goal: goal, coordinator: intent.coordinator, check: intent.check,
                hasChanged: result.schemaChange != nil, report: report))
        guard session.configuration.agreementMode == .statement else {
            queueOutcome(statement, intent.coordinator, report, agreed: nil, nil)
            return .seenThrough
        }
        session.events(.awaitingAgreement(script: planned.path, number: statement.number))
        try await confirm(&report)
        return .seenThrough
    }

    /// A conditional write that wrote nothing is no error of the server, and easily overlooked.
    private func conditionWarning(_ result: ResultSet) -> [String] {
        guard (try? result.wasApplied()) == false else { return [] }
        return ["the condition of the statement did not hold: nothing was written"]
    }

    // MARK: Without an answer

    /// Finds out what became of a statement without an answer.
    private mutating func resolve(
        _ statement: ScriptStatement, _ goal: StatementGoal, _ intent: Intent, sent: Stopwatch,
        _ failure: MigrationError, isLast: Bool, _ report: inout StatementReport
    ) async throws(MigrationError) -> Ending {
        var failure = failure
        if !goal.isResolvable {
            failure.notes.append(goal.question)
            throw failure
        }
        session.events(.resolvingStatement(script: planned.path, number: statement.number, reason: failure.message))
        let coordinator = intent.coordinator
        let checks = StatementCheck.consider(unagreed.compactMap(\.check) + (intent.check.map { [$0] } ?? []))
        // A write that is still under way when it is repeated comes to the same; a change of the schema, or an emptied
        // table, does not.
        let time = timeout(of: statement)
        let finding = await OutcomeResolver(session: session, stop: stop).resolve(
            checks,
            OutcomeInquiry.Intent(
                coordinator: coordinator.node.id, generation: coordinator.gossipGeneration,
                over: time.map { sent.began + $0 } ?? session.clock.now(),
                isHandedOn: goal.changesSchema && session.cluster.platform.hasTransactionalMetadata))
        report.elapsed = sent.elapsed
        switch finding.conclusion {
        case .landed:
            settle(unagreed)
            report.outcome = .applied
            queueResolved(statement, coordinator, .applied, "it is in the schema of every node that is up")
            try await restoreSession()
            return .seenThrough
        case .notLanded(let state, let found):
            if let lost = lose(finding, "its coordinator was lost") { throw lost }
            settle(unagreed)
            let why = state == .dead ? "the process that was to run it is dead" : "its coordinator answers again"
            if goal.changesSchema {
                queueResolved(statement, coordinator, .notSent, "\(found), and \(why)")
                report.outcome = .notSent
            }
            guard !isLast, !stop.isSet else {
                throw goal.changesSchema ? failure.afterAttempts(found, statement, planned) : failure
            }
            try await returnTo(coordinator, state, goal, failure)
            return .hadNoEffect
        case .conflicting(let conflicts):
            failure.notes += conflicts.map { "\($0)" }
            throw failure
        case .open(let reason):
            failure.notes.append(reason)
            throw failure
        }
    }

    /// Whether a statement that is refused took effect when it was sent before: the refusal tells of it then.
    ///
    /// What was found not to have taken effect may do so later, where somebody outlives its coordinator: the metadata
    /// service of 6.0 ends a change that it had begun once it is back.
    ///
    /// - Throws: `refusal`, as one that says nothing, where nobody can tell.
    private mutating func tookEffectBefore(
        _ statement: ScriptStatement, _ intent: Intent, _ refusal: MigrationError, _ report: inout StatementReport
    ) async throws(MigrationError) -> Bool {
        guard intent.wasSent, let postcondition = intent.check?.postcondition else { return false }
        let coordinator = intent.coordinator
        // What was read before this sending shows the effect of the other one already.
        let check = StatementCheck(number: statement.number, postcondition: postcondition)
        let finding = await OutcomeResolver(session: session, stop: stop).resolve(
            StatementCheck.consider(unagreed.compactMap(\.check) + [check]),
            OutcomeInquiry.Intent(
                coordinator: coordinator.node.id, generation: coordinator.gossipGeneration, over: session.clock.now()))
        switch finding.conclusion {
        case .landed:
            settle(unagreed)
            report.outcome = .applied
            queueResolved(
                statement, coordinator, .applied,
                "it is in the schema of every node that is up, and the server refuses to do it again")
            try await restoreSession()
            return true
        case .notLanded, .conflicting: return false
        case .open(let reason):
            let doubt = MigrationError(
                .outcomeUnknown,
                "statement \(statement.number) of \(planned.path) was sent before, and its refusal now may tell that it "
                    + "took effect then: \(refusal.message)",
                hint: StatementFailure.repairHint(planned, statement), notes: refusal.notes + [reason],
                place: refusal.place, outcome: .unknown)
            report.outcome = .unknown
            queueOutcome(statement, coordinator, report, agreed: nil, doubt)
            throw doubt
        }
    }

    /// After an inquiry another node may coordinate.
    private mutating func restoreSession() async throws(MigrationError) {
        guard await session.cluster.hasCoordinator else {
            _ = try await standingCoordinator()
            return
        }
        try await chooseKeyspace()
    }
}

extension StatementGoal {
    /// Whether it can be found out, or does not matter, what became of the statement.
    var isResolvable: Bool { changesSchema ? postcondition != nil : repetition == .harmless }

    /// Why an operator has to be asked.
    var question: String {
        switch repetition {
        case .harmful(let reason) where !changesSchema: "it is not repeated by guess: \(reason)"
        default: "what it does cannot be read back"
        }
    }
}

extension MigrationError {
    /// A statement that was sent several times without an answer and is known not to have taken effect.
    func afterAttempts(_ found: String, _ statement: ScriptStatement, _ planned: PlannedScript) -> MigrationError {
        var error = MigrationError(
            .statementFailed,
            "statement \(statement.number) of \(planned.path) was sent without an answer and did not take effect: \(found)",
            hint: "run the same command again: it goes on there", notes: notes, place: place, outcome: .rejected)
        error.notes.insert(message, at: 0)
        return error
    }
}
