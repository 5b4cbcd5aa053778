import CQLClient
import LiveSchema
import MigrationLog
import SchemaModel

/// Asks the cluster what an inquiry wants to know.
struct OutcomeResolver {
    let session: Session
    let stop: StopFlag

    /// How long a coordinator that says nothing is waited for beyond the time of its statement.
    static let patience = Duration.seconds(10)

    /// What was found out.
    struct Finding {
        let conclusion: OutcomeInquiry.Conclusion
        /// What every node says of each statement, by its number.
        var verdicts: [Int: SchemaVerdict] = [:]
    }

    /// - Parameter checks: The statements; none where nothing can be read back, and all that matters is whether the
    ///   statement may still be run.
    func resolve(_ checks: [StatementCheck], _ intent: OutcomeInquiry.Intent) async -> Finding {
        let patience = min(Self.patience, session.configuration.agreementTimeout)
        var inquiry = OutcomeInquiry(intent, patience: patience, now: session.clock.now())
        var action = inquiry.start()
        var verdicts: [Int: SchemaVerdict] = [:]
        while true {
            switch action {
            case .probe(let node): action = inquiry.probed(await session.cluster.probe(node), now: session.clock.now())
            case .awaitAgreement:
                do throws(MigrationError) {
                    try await refresh()
                    action = inquiry.agreed()
                } catch {
                    action = inquiry.disagreed(error.message, now: session.clock.now())
                }
            case .read:
                let reading = await read(checks)
                verdicts = reading.verdicts
                action = inquiry.read(
                    checks.isEmpty ? .notLanded("what it does cannot be read back") : reading.sum,
                    now: session.clock.now())
            case .wait(let time):
                await session.clock.pause(for: session.clock.now().duration(to: time))
                guard !stop.isSet else { return Finding(conclusion: .open("interrupted"), verdicts: verdicts) }
                action = inquiry.timerFired()
            case .finish(let conclusion): return Finding(conclusion: conclusion, verdicts: verdicts)
            }
        }
    }

    private func read(_ checks: [StatementCheck]) async -> StatementReading {
        var reading = await look(checks)
        let barrier = MetadataBarrier(session: session)
        guard barrier.isNeeded, case .notLanded = reading.sum else { return reading }
        do throws(MigrationError) {
            try await barrier.pass()
            try await session.agree()
            return await look(checks)
        } catch {
            reading.doubt(error.message)
            return reading
        }
    }

    private func look(_ checks: [StatementCheck]) async -> StatementReading {
        let queries = checks.flatMap(\.queries)
        return StatementReading(checks, await SchemaReadBack(cluster: session.cluster).rowsEverywhere(of: queries))
    }

    /// Finds a node that answers, learns the condition of all of them, and waits until those that are up agree.
    private func refresh() async throws(MigrationError) {
        do throws(ClientError) {
            if await !session.cluster.hasCoordinator { _ = try await session.cluster.replaceCoordinator() }
            do throws(ClientError) { _ = try await session.cluster.survey() } catch {
                // Connected and silent: any other node can be asked.
                _ = try await session.cluster.replaceCoordinator()
                _ = try await session.cluster.survey()
            }
        } catch {
            throw MigrationError(error, during: "looking for a node that answers")
        }
        try await session.agree()
    }
}

extension Session {
    /// Waits until every node that is up has the coordinator's schema.
    @discardableResult
    func agree() async throws(MigrationError) -> SchemaAgreement {
        let result: SchemaAgreementResult
        do throws(ClientError) {
            result = try await cluster.awaitSchemaAgreement(timeout: configuration.agreementTimeout)
        } catch {
            throw MigrationError(error, during: "waiting for schema agreement")
        }
        switch result {
        case .agreed(let agreement): return agreement
        case .disagreed(let disagreement):
            throw MigrationError(disagreement, addresses: await cluster.addresses(of: disagreement.dissenters))
        }
    }
}
