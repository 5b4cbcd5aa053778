import CQLWire
import FoundationEssentials
import ScriptedServer
import Testing

@testable import CQLClient

/// Which node runs a statement.
@Suite struct CoordinatorTests {
    private func survey(_ server: TestServer) async throws -> Cluster {
        let cluster = try await Cluster.connect(await server.settings())
        _ = try await cluster.survey()
        return cluster
    }

    @Test("a statement that any node may run goes to another one with each try, within the data centre")
    func anywhere() async throws {
        let server = try await TestServer.nodes(4) { $0.nodes[3].dataCenter = "dc2" }
        let cluster = try await survey(server)
        for attempt in 0..<4 { _ = try await cluster.executeAnywhere(Statement("SELECT 1"), attempt: attempt) }
        _ = try await cluster.executeAnywhere(BatchStatement([Statement("INSERT")]), attempt: 2)
        #expect(await server.with { $0.content.statements.map(\.node) } == [0, 1, 2, 0, 2])
        await cluster.close()
        await server.stop()
    }

    @Test("without the coordinator it goes to another node, and without any it is not sent")
    func anywhereElse() async throws {
        let server = try await TestServer.nodes(2)
        let cluster = try await survey(server)
        await server.stopNode(0)
        await waitUntilLost(cluster)
        _ = try await cluster.executeAnywhere(Statement("SELECT 1"))
        #expect(await server.with { $0.content.statements.map(\.node) } == [1])
        await cluster.close()
        let error = await #expect(throws: ClientError.self) {
            try await cluster.executeAnywhere(Statement("SELECT 1"))
        }
        #expect(error?.outcome == .notSent)
        await server.stop()
    }

    @Test("a question to every node has an answer or an error from each")
    func everyNode() async throws {
        let server = try await TestServer.nodes(3)
        let cluster = try await survey(server)
        await server.with { $0.faults = [Fault(.both(.node(1), .statement("SELECT 3")), .close)] }
        let answers = await cluster.askEveryNode(Statement("SELECT 3"))
        #expect(answers.count == 3)
        #expect(try answers[NodeID(UUID(number: 1))]?.get().rows.first?.integer("number") == 3)
        #expect(try answers[NodeID(UUID(number: 3))]?.get().rows.first?.integer("number") == 3)
        #expect(throws: ClientError.self) { try answers[NodeID(UUID(number: 2))]?.get() }
        await cluster.close()
        await server.stop()
    }

    @Test("a coordinator that only dropped the connection stays the coordinator")
    func sameAgain() async throws {
        let server = try await TestServer.nodes(2)
        let cluster = try await survey(server)
        await server.drop(0)
        await waitUntilLost(cluster)
        #expect(try await cluster.replaceCoordinator().node.id == NodeID(UUID(number: 1)))
        _ = try await cluster.execute(Statement("SELECT 1"))
        #expect(await server.with { $0.content.statements.map(\.node) } == [0])
        await cluster.close()
        await server.stop()
    }

    @Test("a coordinator that is gone is replaced by one of its peers")
    func replaced() async throws {
        let server = try await TestServer.nodes(3)
        let cluster = try await survey(server)
        await server.stopNode(0)
        await waitUntilLost(cluster)
        #expect(try await cluster.replaceCoordinator().node.id == NodeID(UUID(number: 2)))
        #expect(await cluster.coordinator.node.id == NodeID(UUID(number: 2)))
        _ = try await cluster.execute(Statement("SELECT 1"))
        #expect(await server.with { $0.content.statements.map(\.node) } == [1])
        let statuses = try await cluster.survey()
        #expect(
            statuses.first { $0.node.id == NodeID(UUID(number: 1)) }?.condition
                == .down(reason: "it refuses connections"))
        await cluster.close()
        await server.stop()
    }

    @Test("with nobody left there is no coordinator")
    func nobodyLeft() async throws {
        let server = try await TestServer.nodes(2)
        let cluster = try await survey(server)
        await server.stop()
        await waitUntilLost(cluster)
        let error = await #expect(throws: ClientError.self) { try await cluster.replaceCoordinator() }
        guard case .noNodeReachable(let attempts)? = error?.kind else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(attempts.allSatisfy { $0.reason == "connection refused" })
    }

    /// Waits until the client has noticed that its coordinator is gone.
    private func waitUntilLost(_ cluster: Cluster) async {
        while await cluster.hasCoordinator { await Task.yield() }
    }
}
