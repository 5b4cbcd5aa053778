import CQLClient
import FoundationEssentials

extension Session {
    /// How long nodes that differ are given: a change may be on its way.
    private static let patience = Duration.seconds(5)

    /// The versions of all nodes for a report that changes nothing.
    ///
    /// What the coordinator has heard is enough where it is one version. Gossip carries a change only after a second or
    /// two, so nodes that seem to differ are asked themselves.
    func schemaVersions() async throws(ClientError) -> SchemaVersions {
        var heard = SchemaVersions(versions: [:])
        for node in await cluster.nodes {
            heard.versions.updateValue(node.schemaVersion?.text, forKey: node.place)
        }
        if heard.isAgreed { return heard }
        return try await schemaVersions(of: try await cluster.survey())
    }

    /// The versions of the nodes that a survey found, after a while for them to become one.
    ///
    /// - Throws: `ClientError` where the coordinator is lost.
    func schemaVersions(of statuses: [NodeStatus]) async throws(ClientError) -> SchemaVersions {
        var found = SchemaVersions(versions: [:])
        for status in statuses {
            switch status.condition {
            case .up(let report): found.versions.updateValue(report.schemaVersion?.text, forKey: status.node.place)
            case .unreachable: found.versions.updateValue(status.node.schemaVersion?.text, forKey: status.node.place)
            case .down: break
            }
        }
        if found.isAgreed { return found }
        switch try await cluster.awaitSchemaAgreement(timeout: min(configuration.agreementTimeout, Self.patience)) {
        case .agreed(let agreement):
            found.versions = found.versions.mapValues { _ in agreement.version.text }
            found.waited = agreement.elapsed
        case .disagreed(let disagreement):
            for (id, version) in disagreement.versions {
                let place = statuses.first { $0.node.id == id }?.node.place ?? id.description
                found.versions.updateValue(version?.text, forKey: place)
            }
            found.waited = disagreement.waited
        }
        return found
    }
}
