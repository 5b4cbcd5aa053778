import CQLClient
import MigrationLog

extension StatementRunner {
    /// Waits until every node that is up has what the statements changed.
    mutating func agree() async throws(MigrationError) {
        let began = ContinuousClock.now
        defer { timings.add(began.duration(to: .now), to: .agreement) }
        let result: SchemaAgreementResult
        do throws(ClientError) {
            result = try await session.cluster.awaitSchemaAgreement(timeout: session.configuration.agreementTimeout)
        } catch {
            throw MigrationError(error, during: "waiting for schema agreement")
        }
        switch result {
        case .agreed(let agreement):
            for (statement, _, _) in unagreed { settled[statement.number] = .applied }
            unagreed = []
            if !agreement.without.isEmpty {
                let nodes = await session.cluster.addresses(of: agreement.without).joined(separator: ", ")
                session.events(.warning("went down meanwhile and may not have the schema: \(nodes)"))
            }
        case .disagreed(let disagreement):
            throw MigrationError(
                disagreement, addresses: await session.cluster.addresses(of: disagreement.dissenters))
        }
    }

    /// The same for statements whose outcomes are written down already (mode `script`): when the coordinator is lost
    /// meanwhile, these are taken back.
    mutating func agreeOnAll() async throws(MigrationError) {
        do throws(MigrationError) { try await agree() } catch {
            guard error.code != .noSchemaAgreement else { throw error }
            throw loseUnagreed(error.message)
        }
    }

    /// Brings reports up to what is known by now of statements that ran before (mode `script`): applied, where the nodes
    /// have agreed since, unknown, where the coordinator was lost before they had.
    func mark(_ reports: inout [StatementReport]) {
        for index in reports.indices where reports[index].outcome == .acknowledged {
            if let outcome = settled[reports[index].number] { reports[index].outcome = outcome }
        }
    }

    /// Writes down that nobody knows of the statements which only a lost coordinator is known to have, and says so.
    mutating func loseUnagreed(_ cause: String) -> MigrationError {
        let numbers = unagreed.map { String($0.statement.number) }.joined(separator: ", ")
        var failure = MigrationError(
            .outcomeUnknown,
            "\(unagreed.count == 1 ? "statement" : "statements") \(numbers) of \(planned.path) "
                + "\(unagreed.count == 1 ? "was" : "were") acknowledged, but the coordinator was lost before the other "
                + "nodes had the change: \(cause)", outcome: .unknown)
        if let first = unagreed.first {
            failure.hint = StatementFailure.repairHint(planned, first.statement)
            failure.place = StatementFailure.place(of: first.statement)
        }
        for (statement, coordinator, report) in unagreed {
            var lost = report
            lost.outcome = .unknown
            queueOutcome(statement, coordinator, lost, agreed: false, failure)
            settled[statement.number] = .unknown
        }
        unagreed = []
        return failure
    }
}
