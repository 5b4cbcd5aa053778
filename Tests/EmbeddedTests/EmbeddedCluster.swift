import Acceptance
import CQLNode
import CQLSyntax
import CQLWire
import EventLoop
import FoundationEssentials
import SchemaModel

/// Embedded nodes at free ports, as the nodes of the acceptance cases.
struct EmbeddedCluster: FaultyNodes {
    let server: SandboxServer
    let addresses: [String]
    let release: String

    /// Starts nodes, lets the body use them, and stops them.
    static func with<Result: Sendable>(
        nodes: Int = 3, release: CassandraRelease = .v50, dataCenter: String = "datacenter1", login: Login? = nil,
        settings: NodeSettings? = nil, _ body: (EmbeddedCluster) async throws -> Result
    ) async throws -> Result {
        var plan = ClusterPlan(
            nodes: nodes, release: release, startTime: Int64(Date.now.timeIntervalSince1970 * 1_000_000))
        plan.dataCenters = plan.dataCenters.map { _ in dataCenter }
        plan.login = login
        if let settings { plan.settings = settings }
        let server = try await SandboxServer.start(plan)
        let cluster = EmbeddedCluster(
            server: server, addresses: await server.addresses.map(\.description), release: release.rawValue)
        do {
            let result = try await body(cluster)
            await server.stop()
            return result
        } catch {
            await server.stop()
            throw error
        }
    }

    func add(fault: String) async throws {
        let fault = try Fault(fault)
        await server.control { machine, _ in
            machine.add(fault)
            return []
        }
    }

    func waitForFault() async throws {
        while await server.look({ machine, _ in machine.happenedFaults }) == 0 {
            try await Task.sleep(for: .milliseconds(1))
        }
    }

    func letDiffer(_ node: Int) async throws {
        let version = ColumnSpecification(keyspace: "system", table: "local", name: "schema_version", type: .uuid)
        let rows = try Rows(metadata: RowsMetadata(columns: [version]), rows: [[Array(repeating: 7, count: 16)]])
        let fault = Fault(
            .answer(.result(.rows(rows)), applied: false),
            when: .all([.node(node), .text("SELECT schema_version FROM system.local")]))
        await server.control { machine, _ in
            machine.add(fault)
            return []
        }
    }

    func removeFaults() async {
        await server.control { machine, _ in
            machine.removeFaults()
            return []
        }
    }

    func setClock(of node: Int, ahead seconds: Int) async {
        await server.control { machine, _ in
            machine.setClock(of: node, ahead: .seconds(seconds))
            return []
        }
    }

    func kill(_ node: Int) async throws { await server.control { $0.kill(node, now: $1) } }
    func pause(_ node: Int) async throws { await server.control { $0.pause(node, now: $1) } }
    func resume(_ node: Int) async throws { await server.control { $0.resume(node, now: $1) } }
    func restart(_ node: Int) async throws { await server.control { $0.restart(node, now: $1) } }
    /// They know it of each other at once.
    func settle() async throws {}
}
