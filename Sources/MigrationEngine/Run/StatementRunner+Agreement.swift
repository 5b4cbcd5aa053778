import CQLClient
import CQLSyntax
import LiveSchema
import MigrationLog
import MigrationScripts
import SchemaModel

/// What is done once statements are acknowledged: agreement, and a look at what came of them.
extension StatementRunner {
    /// Sees the one statement through that was acknowledged just now (mode `statement`).
    mutating func confirm(_ report: inout StatementReport) async throws(MigrationError) {
        guard let sent = unagreed.last else { return }
        let watch = Stopwatch(session.clock)
        do throws(MigrationError) {
            try await agree()
        } catch {
            report.agreement = watch.elapsed
            if error.code == .noSchemaAgreement {
                queueOutcome(sent.statement, sent.coordinator, report, agreed: false, error)
                throw error
            }
            // When the coordinator is lost before the others have the change, it may be gone with it.
            try await settleUnagreed(error.message)
            report.outcome = settled[sent.statement.number] ?? .acknowledged
            try await takeOver()
            return
        }
        report.agreement = watch.elapsed
        let failures = try await readBack()
        report.warnings = settledWarnings[sent.statement.number] ?? report.warnings
        report.outcome = settled[sent.statement.number] ?? .acknowledged
        queueOutcome(sent.statement, sent.coordinator, report, agreed: true, failures.first)
        if let failure = failures.first { throw failure }
    }

    /// Waits until every node that is up has what the statements changed.
    private mutating func agree() async throws(MigrationError) {
        let watch = Stopwatch(session.clock)
        defer { timings.add(watch.elapsed, to: .agreement) }
        let agreement = try await session.agree()
        guard !agreement.without.isEmpty else { return }
        let nodes = await session.cluster.addresses(of: agreement.without).joined(separator: ", ")
        session.events(.warning("went down meanwhile and may not have the schema: \(nodes)"))
    }

    /// Agreement on statements whose outcomes are written down already (mode `script`), and a look at what came of them.
    mutating func agreeOnAll() async throws(MigrationError) {
        guard let last = unagreed.last else { return }
        do throws(MigrationError) { try await agree() } catch {
            guard error.code != .noSchemaAgreement else { throw error }
            try await settleUnagreed(error.message)
            return try await takeOver()
        }
        let all = unagreed
        let failures = try await readBack()
        guard let failure = failures.first else {
            // One row tells of all of them that the nodes have agreed since.
            var report = last.report
            report.outcome = settled[last.statement.number] ?? .acknowledged
            queueOutcome(last.statement, last.coordinator, report, agreed: true, nil)
            return
        }
        for sent in all where settled[sent.statement.number] == .unknown {
            var report = sent.report
            report.outcome = .unknown
            queueOutcome(sent.statement, sent.coordinator, report, agreed: true, failure)
        }
        throw failure
    }

    // MARK: Reading back

    /// Looks on the coordinator, after agreement, whether the statements have had their effect, and settles them.
    ///
    /// - Returns: What is to be said of those that have not.
    private mutating func readBack() async throws(MigrationError) -> [MigrationError] {
        let watch = Stopwatch(session.clock)
        defer { timings.add(watch.elapsed, to: .readBack) }
        let checks = StatementCheck.consider(unagreed.compactMap(\.check))
        let rows: [SystemRow]
        do throws(LiveSchemaError) {
            rows = try await SchemaReadBack(cluster: session.cluster).rows(for: checks, areAcknowledged: true)
        } catch {
            // All nodes had it when they agreed: any of them can be asked.
            try await settleUnagreed("\(error)")
            try await takeOver()
            return []
        }
        let byNumber = Dictionary(checks.map { ($0.number, $0) }) { first, _ in first }
        var failures: [MigrationError] = []
        for sent in unagreed {
            let number = sent.statement.number
            let verdict =
                byNumber[number].map { $0.verdict(of: rows) } ?? .undecidable("this release cannot read the statement")
            if let failure = judge(sent, verdict) { failures.append(failure) }
        }
        await lookAtIndexes(rows)
        unagreed = []
        return failures
    }

    private mutating func judge(_ sent: SentStatement, _ verdict: SchemaVerdict) -> MigrationError? {
        let number = sent.statement.number
        switch verdict {
        case .landed: settled[number] = .applied
        case .undecidable(let reason):
            settled[number] = .acknowledged
            warn(sent, "it is acknowledged and the nodes agree, but its effect cannot be read back: \(reason)")
        case .conflicting(let conflicts):
            let differences = conflicts.map(\.description).joined(separator: "; ")
            if sent.goal.postcondition?.acceptsExisting == true, !sent.hasChanged {
                // That is what the statement asks for, and hardly what its author expects.
                settled[number] = .applied
                warn(sent, "nothing was made, for it exists and differs: \(differences)")
            } else {
                settled[number] = .unknown
                return lost(sent, "something else is there: \(differences)", .schemaConflict)
            }
        case .notLanded(let found):
            settled[number] = .unknown
            return lost(sent, found, .statementLost)
        }
        return nil
    }

    mutating func warn(_ sent: SentStatement, _ text: String) {
        let number = sent.statement.number
        settledWarnings[number] = (settledWarnings[number] ?? sent.report.warnings) + [text]
        // In mode `script` the statement was reported already.
        if session.configuration.agreementMode == .script {
            session.events(.warning("statement \(number) of \(planned.path): \(text)"))
        }
    }

    private func lost(_ sent: SentStatement, _ found: String, _ code: MigrationError.Code) -> MigrationError {
        MigrationError(
            code,
            "statement \(sent.statement.number) of \(planned.path) was acknowledged by \(sent.coordinator.node.place), "
                + "the nodes agree, and it has not had its effect: \(found)",
            hint: "run the same command again: it finds out whether the statement may be sent again",
            notes: ["or say what holds: \(StatementFailure.commands(planned.script.path, sent.statement.number))"],
            place: StatementFailure.place(of: sent.statement), outcome: .unknown)
    }

    // MARK: Without the coordinator

    /// Finds out what became of acknowledged statements whose coordinator was lost before the others were known to have
    /// them.
    ///
    /// - Throws: What is to be said of those that are gone, or of which nobody knows.
    mutating func settleUnagreed(_ cause: String) async throws(MigrationError) {
        guard let coordinator = unagreed.last?.coordinator else { return }
        guard unagreed.allSatisfy({ $0.check != nil }) else { throw loseUnagreed(cause, []) }
        session.events(
            .resolvingStatement(
                script: planned.path, number: unagreed[0].statement.number, reason: "the coordinator was lost: \(cause)"
            ))
        let finding = await OutcomeResolver(session: session, stop: stop).resolve(
            StatementCheck.consider(unagreed.compactMap(\.check)),
            OutcomeInquiry.Intent(
                coordinator: coordinator.node.id, generation: coordinator.gossipGeneration, over: session.clock.now()))
        switch finding.conclusion {
        case .landed:
            for sent in unagreed {
                queueResolved(
                    sent.statement, sent.coordinator, .applied, "it is in the schema of every node that is up")
            }
            settle(unagreed)
        case .notLanded:
            if let lost = lose(finding, cause) { throw lost }
        case .conflicting(let conflicts): throw loseUnagreed(cause, conflicts.map(\.description))
        case .open(let reason): throw loseUnagreed(cause, [reason])
        }
    }

    /// Notes that statements have had their effect everywhere.
    mutating func settle(_ sent: [SentStatement]) {
        for sent in sent { settled[sent.statement.number] = .applied }
        unagreed = []
    }

    /// Writes down which of the acknowledged statements are gone with their coordinator; nil when none is.
    mutating func lose(_ finding: OutcomeResolver.Finding, _ cause: String) -> MigrationError? {
        let gone = unagreed.filter { sent in
            guard case .notLanded = finding.verdicts[sent.statement.number] else { return false }
            return true
        }
        guard let first = gone.first else { return nil }
        for sent in unagreed where !gone.contains(where: { $0.statement.number == sent.statement.number }) {
            queueResolved(sent.statement, sent.coordinator, .applied, "it is in the schema of every node that is up")
            settled[sent.statement.number] = .applied
        }
        for sent in gone {
            queueResolved(sent.statement, sent.coordinator, .notSent, "acknowledged, and gone with its coordinator")
        }
        let numbers = gone.map { String($0.statement.number) }.joined(separator: ", ")
        unagreed = []
        return MigrationError(
            .statementLost,
            "\(gone.count == 1 ? "statement" : "statements") \(numbers) of \(planned.path) "
                + "\(gone.count == 1 ? "was" : "were") acknowledged by \(first.coordinator.node.place), which was lost "
                + "before the other nodes had the change: \(cause)",
            hint: "run the same command again: it goes on there", place: StatementFailure.place(of: first.statement))
    }

    /// Writes down that nobody knows of the statements which only a lost coordinator is known to have, and says so.
    private mutating func loseUnagreed(_ cause: String, _ notes: [String]) -> MigrationError {
        let numbers = unagreed.map { String($0.statement.number) }.joined(separator: ", ")
        var failure = MigrationError(
            .outcomeUnknown,
            "\(unagreed.count == 1 ? "statement" : "statements") \(numbers) of \(planned.path) "
                + "\(unagreed.count == 1 ? "was" : "were") acknowledged, but the coordinator was lost before the other "
                + "nodes had the change: \(cause)", notes: notes, outcome: .unknown)
        if let first = unagreed.first {
            failure.hint = StatementFailure.repairHint(planned, first.statement)
            failure.place = StatementFailure.place(of: first.statement)
        }
        for sent in unagreed {
            var lost = sent.report
            lost.outcome = .unknown
            queueOutcome(sent.statement, sent.coordinator, lost, agreed: false, failure)
            settled[sent.statement.number] = .unknown
        }
        unagreed = []
        return failure
    }

    /// Brings reports up to what is known by now of statements that ran before (mode `script`).
    func mark(_ reports: inout [StatementReport]) {
        for index in reports.indices {
            let number = reports[index].number
            if reports[index].outcome == .acknowledged { reports[index].outcome = settled[number] ?? .acknowledged }
            if let warnings = settledWarnings[number] { reports[index].warnings = warnings }
        }
    }
}
