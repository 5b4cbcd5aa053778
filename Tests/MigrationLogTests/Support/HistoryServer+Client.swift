import CQLClient
import EventLoop
import FoundationEssentials
import ScriptedServer

@testable import MigrationLog

extension ScriptedServer where Script == ScriptedCluster<HistoryContent> {
    /// Starts a server that plays so many nodes, and connects to all of them.
    static func connected(
        nodes: Int = 1, requestTimeout: Duration = .seconds(60),
        change: (inout ScriptedCluster<HistoryContent>) throws -> Void = { _ in }
    ) async throws -> (server: HistoryServer, cluster: Cluster) {
        var script = ScriptedCluster(HistoryContent(), nodes: nodes)
        try change(&script)
        let server = try await start(script, on: Array(repeating: [127, 0, 0, 1], count: nodes))
        let first = await server.addresses[0]
        let cluster = try await Cluster.connect(
            ClusterSettings(
                contactPoints: [ContactPoint(host: first.host, port: first.port)], requestTimeout: requestTimeout,
                connectTimeout: .seconds(60)))
        _ = try await cluster.survey()
        return (server, cluster)
    }

    /// How many statements with these words reached the tables.
    func count(_ words: String) -> Int { with { $0.count(statementsWith: words) } }
}

extension HistoryKeyspace {
    /// The keyspace of the tests.
    static let app = HistoryKeyspace(name: "app", quotedName: "app")
}

extension Response {
    /// The answer of a server that does not know whether a conditional write was written.
    static let casTimeout = Response.error(
        ServerError(
            .writeTimeout, "Operation timed out - received only 1 responses.",
            details: .writeTimeout(consistency: .serial, received: 1, blockFor: 2, writeType: .cas)))

    /// The answer of a server that does not let the client do that.
    static let unauthorized = Response.error(ServerError(.unauthorized, "User ann has no MODIFY permission"))
}
