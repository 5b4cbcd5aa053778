import Acceptance
import CQLNode
import CQLSyntax
import SchemaModel
import Testing

/// The tool on embedded nodes: the cases that real nodes are held to as well.
@Suite struct AcceptanceTests {
    @Test("the short cases, on every release", arguments: AcceptanceCase.smoke, CassandraRelease.tested)
    func smoke(item: AcceptanceCase, release: CassandraRelease) async throws {
        try await EmbeddedCluster.with(release: release) { try await item.run($0) }
    }

    @Test("the other cases", arguments: AcceptanceCase.long)
    func long(item: AcceptanceCase) async throws { try await EmbeddedCluster.with { try await item.run($0) } }

    @Test("a node that makes views", arguments: [AcceptanceCase.views])
    func views(item: AcceptanceCase) async throws {
        var settings = NodeSettings(asDeliveredWith: .v50)
        settings.materializedViews = true
        try await EmbeddedCluster.with(nodes: 1, settings: settings) { try await item.run($0) }
    }

    @Test("outcomes that are not plain", arguments: AcceptanceCase.outcomes)
    func outcomes(item: AcceptanceCase) async throws { try await EmbeddedCluster.with { try await item.run($0) } }

    @Test("outcomes that are not plain, on 6.0", arguments: AcceptanceCase.outcomesOf60)
    func outcomesOf60(item: AcceptanceCase) async throws {
        try await EmbeddedCluster.with(release: .v60) { try await item.run($0) }
    }

    @Test("a node that asks for a password", arguments: [AcceptanceCase.password])
    func password(item: AcceptanceCase) async throws {
        try await EmbeddedCluster.with(
            nodes: 1, login: Login(passwords: ["cassandra": "cassandra"])
        ) { try await item.run($0) }
    }
}

extension CassandraRelease {
    /// The releases that the tool is tested on.
    static let tested = [CassandraRelease.v311, .v41, .v50, .v60]
}
