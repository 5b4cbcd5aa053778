import CQLClient

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
            owesAgreement = false
            if !agreement.without.isEmpty {
                let nodes = await session.cluster.addresses(of: agreement.without).joined(separator: ", ")
                session.events(.warning("went down meanwhile and may not have the schema: \(nodes)"))
            }
        case .disagreed(let disagreement):
            throw MigrationError(
                disagreement, addresses: await session.cluster.addresses(of: disagreement.dissenters))
        }
    }
}
