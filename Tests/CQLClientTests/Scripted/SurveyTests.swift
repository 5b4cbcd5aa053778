import CQLWire
import FoundationEssentials
import ScriptedServer
import Testing

@testable import CQLClient

/// What `Cluster.survey` makes of the nodes.
@Suite(.virtualTime) struct SurveyTests {
    /// Connects, with little patience for silent nodes where the test has some.
    private func connect(_ server: TestServer, patience: Duration? = nil) async throws -> Cluster {
        try await Cluster.connect(
            await server.settings(), patience: Patience(connecting: patience, heartbeat: .milliseconds(20)),
            resolver: nil)
    }

    @Test("every node is asked itself")
    func up() async throws {
        let server = try await TestServer.nodes(3) { script in
            script.nodes[2].release = "5.0.8"
            script.nodes[2].schemaVersion = UUID(number: 9)
        }
        let cluster = try await connect(server)
        let statuses = try await cluster.survey()
        #expect(statuses.map(\.node.id) == (1...3).map { NodeID(UUID(number: $0)) })
        let reports = statuses.compactMap { status -> NodeReport? in
            if case .up(let report) = status.condition { report } else { nil }
        }
        #expect(reports.map(\.schemaVersion) == [UUID(number: 1), UUID(number: 1), UUID(number: 9)])
        #expect(reports.map { $0.release?.description } == ["5.0.9", "5.0.9", "5.0.8"])
        #expect(reports.allSatisfy { $0.roundTrip > .zero && $0.clockOffset < .seconds(-1_000_000_000) })
        await cluster.close()
        await server.stop()
    }

    @Test("a node that refuses connections is down")
    func refuses() async throws {
        let server = try await TestServer.nodes(3)
        let cluster = try await connect(server)
        await server.stopNode(1)
        let conditions = try await cluster.survey().map(\.condition)
        #expect(conditions[1] == .down(reason: "it refuses connections"))
        #expect(await server.with { Set($0.connections.map(\.node)) } == [0, 2])
        await cluster.close()
        await server.stop()
    }

    @Test("a node that is silent is unreachable where no heartbeats are shown")
    func silent() async throws {
        let server = try await TestServer.nodes(2) { script in
            script.nodes[0].release = "4.0.11"
            script.faults = [Fault(.node(1), .silence)]
        }
        let cluster = try await connect(server, patience: .milliseconds(200))
        let conditions = try await cluster.survey().map(\.condition)
        #expect(
            conditions[1] == .unreachable(reason: "it took the connection, then stayed silent for 0.2 seconds"))
        await cluster.close()
        await server.stop()
    }

    @Test("a node that is silent and was announced as down is down")
    func announced() async throws {
        let server = try await TestServer.nodes(2) { script in
            script.nodes[0].release = "4.0.11"
            script.faults = [Fault(.node(1), .silence)]
        }
        let cluster = try await connect(server, patience: .milliseconds(200))
        try await server.announce(.down, of: 1)
        #expect(try await cluster.survey()[1].condition == .down(reason: "the coordinator says so"))
        try await server.announce(.up, of: 1)
        guard case .unreachable = try await cluster.survey()[1].condition else {
            Issue.record("a node that is announced as up is not down")
            return
        }
        await cluster.close()
        await server.stop()
    }

    @Test(
        "a node that is silent is down when its heartbeat stands still while others advance",
        arguments: [(5, 6, false), (5, 5, true)])
    func heartbeats(before: Int32, after: Int32, isDown: Bool) async throws {
        var script = TestCluster(CannedContent(), nodes: 2)
        script.faults = [Fault(.node(1), .silence)]
        let hosts: [[UInt8]] = [[127, 0, 0, 1], [127, 0, 0, 2]]
        let inets = try hosts.map { try #require(InetAddress(bytes: $0)) }
        script.content.series["gossip_info"] = [(70, before), (71, after)].map { home, other in
            AnswerTable(
                [("address", .inet), ("heartbeat", .int)],
                [[.inet(inets[0]), .int(home)], [.inet(inets[1]), .int(other)]])
        }
        let server = try await TestServer.start(script, on: hosts)
        let cluster = try await connect(server, patience: .milliseconds(200))
        let condition = try await cluster.survey()[1].condition
        if isDown {
            #expect(condition == .down(reason: "its heartbeat stands still"))
        } else {
            #expect(
                condition == .unreachable(reason: "it took the connection, then stayed silent for 0.2 seconds"))
        }
        await cluster.close()
        await server.stop()
    }

    @Test("a node whose answer cannot be understood is unreachable")
    func nonsense() async throws {
        let server = try await TestServer.nodes(2) { script in
            script.nodes[0].release = "4.0.11"
            script.faults = [Fault(.both(.node(1), .opcode(.query)), .answer(.result(.void)))]
        }
        let cluster = try await connect(server)
        guard case .unreachable(let reason) = try await cluster.survey()[1].condition else {
            Issue.record("it was understood")
            return
        }
        #expect(reason.hasSuffix("the answer cannot be understood: system.local needs one row, but has none."))
        await cluster.close()
        await server.stop()
    }

    @Test("without the coordinator there is no survey")
    func coordinatorSilent() async throws {
        let server = try await TestServer.nodes(2)
        let cluster = try await connect(server)
        let boom = Response.error(ServerError(.serverError, "boom"))
        await server.with { $0.faults = [Fault(.both(.node(0), .statement("toTimestamp(now())")), .answer(boom))] }
        let error = await #expect(throws: ClientError.self) { try await cluster.survey() }
        guard case .system(let text)? = error?.kind else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(text.contains("does not answer"))
        await server.stopNode(0)
        await #expect(throws: ClientError.self) { try await cluster.survey() }
        await cluster.close()
        await server.stop()
    }

    @Test("a second survey uses the connections of the first, and connects to whoever has come back")
    func again() async throws {
        let server = try await TestServer.nodes(3)
        let cluster = try await connect(server)
        _ = try await cluster.survey()
        _ = try await cluster.survey()
        #expect(await server.with { $0.connections.count } == 3)
        await server.drop(2)
        let statuses = try await cluster.survey()
        guard case .up = statuses[2].condition else {
            Issue.record("\(statuses[2])")
            return
        }
        #expect(await server.with { $0.connections.count } == 3)
        await cluster.close()
        await server.stop()
    }
}
