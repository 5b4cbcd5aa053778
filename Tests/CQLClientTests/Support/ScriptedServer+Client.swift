import CQLWire
import EventLoop
import ScriptedServer
import Testing

@testable import CQLClient

extension ScriptedServer {
    /// The contact point of one of its nodes.
    func contactPoint(_ node: Int = 0) -> ContactPoint {
        ContactPoint(host: addresses[node].host, port: addresses[node].port)
    }

    /// Settings that lead to it.
    func settings(connectTimeout: Duration = .seconds(60), requestTimeout: Duration = .seconds(60)) -> ClusterSettings {
        var settings = ClusterSettings(
            contactPoints: [contactPoint()], requestTimeout: requestTimeout, connectTimeout: connectTimeout)
        settings.loop = ScriptedWorld.loop
        return settings
    }
}

extension ClientError {
    /// Why the only contact point could not be connected to.
    var onlyAttempt: String? {
        guard case .noNodeReachable(let attempts) = kind, attempts.count == 1 else { return nil }
        return attempts[0].reason
    }
}

extension ScriptedServer where Script == TestCluster {
    /// Starts a server that plays so many nodes, all on 127.0.0.1.
    static func nodes(_ count: Int, change: (inout TestCluster) -> Void = { _ in }) async throws -> TestServer {
        var script = TestCluster(CannedContent(), nodes: count)
        change(&script)
        return try await start(script, on: Array(repeating: [127, 0, 0, 1], count: count))
    }

    /// Sends an event from the coordinator, which is node 0.
    func announce(_ event: ServerEvent) throws {
        let bytes = try ResponseEnvelope(.event(event)).frame(stream: -1).bytes
        perform(with { script in script.registered.filter { $0.node == 0 }.map { .send(bytes, to: $0) } })
    }

    /// Sends the event that a node is up or down.
    func announce(_ change: ServerEvent.StatusChange, of node: Int) throws {
        guard let address = InetAddress(bytes: addresses[node].bytes) else { return }
        try announce(.statusChange(change, InetEndpoint(address: address, port: addresses[node].port)))
    }

    /// Ends every connection to a node, which goes on listening.
    func drop(_ node: Int) {
        perform(with { script in script.connections.filter { $0.node == node }.map { .close($0) } })
    }

    /// Waits until a node was asked so often for its schema version.
    func waitUntil(node: Int, wasAsked times: Int) async {
        await waitUntil { $0.questions(to: node) >= times }
    }
}

extension TestCluster {
    /// How often a node was asked for its schema version while agreement was waited for.
    func questions(to node: Int) -> Int {
        requests.count { request in
            guard case .query(let cql, _) = request.message else { return false }
            return request.connection.node == node && cql.hasPrefix("SELECT schema_version FROM system.local")
        }
    }
}
