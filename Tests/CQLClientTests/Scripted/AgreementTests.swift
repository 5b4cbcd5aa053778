import CQLWire
import EventLoop
import FoundationEssentials
import ScriptedServer
import Testing

@testable import CQLClient

/// `Cluster.awaitSchemaAgreement` against scripted nodes.
@Suite(.virtualTime) struct AgreementTests {
    private let old = UUID(number: 1)
    private let new = UUID(number: 2)
    private let second = NodeID(UUID(number: 2))
    private let third = NodeID(UUID(number: 3))

    /// A cluster that was surveyed, whose nodes have the old schema.
    private func survey(_ server: TestServer, patience: Duration? = nil) async throws -> Cluster {
        let cluster = try await Cluster.connect(
            await server.settings(), patience: Patience(connecting: patience, question: .seconds(60)), resolver: nil)
        _ = try await cluster.survey()
        return cluster
    }

    /// The verdict without its time.
    private func verdict(_ result: SchemaAgreementResult) throws -> (version: UUID, without: [NodeID]) {
        guard case .agreed(let agreement) = result else {
            throw ClientError(.system("\(result)"))
        }
        return (agreement.version, agreement.without)
    }

    @Test("nodes that agree are asked once each")
    func agrees() async throws {
        let server = try await TestServer.nodes(3)
        let cluster = try await survey(server)
        let verdict = try verdict(try await cluster.awaitSchemaAgreement(timeout: .seconds(60)))
        #expect(verdict == (old, []))
        #expect(await server.with { script in (0..<3).map { script.questions(to: $0) } } == [1, 1, 1])
        await cluster.close()
        await server.stop()
    }

    @Test("a node that is late is waited for; what its peers say of it does not count")
    func lateNode() async throws {
        let server = try await TestServer.nodes(3)
        let cluster = try await survey(server)
        let new = new
        await server.with { script in
            for node in script.nodes.indices { script.nodes[node].rumouredVersion = new }
            script.nodes[0].schemaVersion = new
            script.nodes[1].schemaVersion = new
        }
        async let result = cluster.awaitSchemaAgreement(timeout: .seconds(60))
        await server.waitUntil(node: 2, wasAsked: 3)
        await server.with { $0.nodes[2].schemaVersion = new }
        #expect(try verdict(try await result) == (new, []))
        #expect(await server.with { $0.questions(to: 1) } == 1)
        await cluster.close()
        await server.stop()
    }

    @Test("when the time is up the verdict names who differs")
    func timesOut() async throws {
        let server = try await TestServer.nodes(3) { $0.nodes[1].schemaVersion = UUID(number: 9) }
        let cluster = try await survey(server)
        guard
            case .disagreed(let disagreement) = try await cluster.awaitSchemaAgreement(timeout: .milliseconds(100))
        else {
            Issue.record("they agree")
            return
        }
        // On a slow machine the others may not have answered in that time either.
        #expect(disagreement.dissenters.contains(second))
        #expect(Set(disagreement.versions.keys) == [NodeID(UUID(number: 1)), second, third])
        #expect(await cluster.addresses(of: [second]) == [await server.addresses[1].description])
        await cluster.close()
        await server.stop()
    }

    @Test("a node whose connection ended before the wait is connected to anew and has to agree")
    func droppedBefore() async throws {
        let server = try await TestServer.nodes(3)
        let cluster = try await survey(server)
        let new = new
        await server.with { script in
            script.nodes[0].schemaVersion = new
            script.nodes[1].schemaVersion = new
        }
        await server.drop(2)
        async let result = cluster.awaitSchemaAgreement(timeout: .seconds(60))
        await server.waitUntil(node: 2, wasAsked: 2)
        await server.with { $0.nodes[2].schemaVersion = new }
        #expect(try verdict(try await result) == (new, []))
        await cluster.close()
        await server.stop()
    }

    @Test("a node whose connection ends during the wait is connected to anew")
    func droppedMeanwhile() async throws {
        let server = try await TestServer.nodes(2)
        let cluster = try await survey(server)
        let new = new
        await server.with { $0.nodes[0].schemaVersion = new }
        async let result = cluster.awaitSchemaAgreement(timeout: .seconds(60))
        await server.waitUntil(node: 1, wasAsked: 2)
        await server.drop(1)
        await server.waitUntil(node: 1, wasAsked: 4)
        await server.with { $0.nodes[1].schemaVersion = new }
        #expect(try verdict(try await result) == (new, []))
        await cluster.close()
        await server.stop()
    }

    @Test("the others agree without a node that is gone, and the verdict names it", arguments: [true, false])
    func gone(isBefore: Bool) async throws {
        let server = try await TestServer.nodes(3)
        let cluster = try await survey(server)
        let new = new
        await server.with { script in
            script.nodes[0].schemaVersion = new
            script.nodes[1].schemaVersion = new
        }
        if isBefore { await server.stopNode(2) }
        async let result = cluster.awaitSchemaAgreement(timeout: .seconds(60))
        if !isBefore {
            await server.waitUntil(node: 2, wasAsked: 2)
            await server.stopNode(2)
        }
        #expect(try verdict(try await result) == (new, [third]))
        // It is known to be down now, and stays out of the waits to come.
        #expect(try verdict(try await cluster.awaitSchemaAgreement(timeout: .seconds(60))) == (new, []))
        await cluster.close()
        await server.stop()
    }

    @Test("a node that was down at the survey and is announced as up has to agree")
    func comesUp() async throws {
        let server = try await TestServer.nodes(2)
        await server.stopNode(1)
        let cluster = try await survey(server)
        let new = new
        await server.with { $0.nodes[0].schemaVersion = new }
        #expect(try verdict(try await cluster.awaitSchemaAgreement(timeout: .seconds(60))) == (new, []))
        try await server.resumeNode(1)
        try await server.announce(.up, of: 1)
        // What is answered after the event was sent after it.
        _ = try await cluster.execute(Statement("SELECT 1"))
        async let result = cluster.awaitSchemaAgreement(timeout: .seconds(60))
        await server.waitUntil(node: 1, wasAsked: 2)
        await server.with { $0.nodes[1].schemaVersion = new }
        #expect(try verdict(try await result) == (new, []))
        await cluster.close()
        await server.stop()
    }

    @Test("of a node that takes no connection from here its peers tell")
    func peersStandIn() async throws {
        let server = try await TestServer.nodes(2) { script in
            script.nodes[0].release = "4.0.11"
            script.faults = [Fault(.node(1), .silence)]
        }
        let cluster = try await survey(server, patience: .milliseconds(200))
        let new = new
        await server.with { $0.nodes[0].schemaVersion = new }
        let before = await server.with { $0.count(statementsWith: "peers_v2") }
        async let result = cluster.awaitSchemaAgreement(timeout: .seconds(60))
        await server.waitUntil { $0.count(statementsWith: "peers_v2") >= before + 2 }
        await server.with { $0.nodes[1].rumouredVersion = new }
        #expect(try verdict(try await result) == (new, []))
        await cluster.close()
        await server.stop()
    }

    @Test("an event of a changed schema makes a node be asked again")
    func event() async throws {
        let server = try await TestServer.nodes(2)
        let cluster = try await survey(server)
        let new = new
        await server.with { $0.nodes[0].schemaVersion = new }
        async let result = cluster.awaitSchemaAgreement(timeout: .seconds(60))
        await server.waitUntil(node: 1, wasAsked: 2)
        await server.with { $0.nodes[1].schemaVersion = new }
        let change = ServerEvent.schemaChange(SchemaChange(.created, .keyspace("k")))
        let bytes = try ResponseEnvelope(.event(change)).frame(stream: -1).bytes
        await server.perform(
            await server.with { script in script.registered.filter { $0.node == 1 }.map { .send(bytes, to: $0) } })
        #expect(try verdict(try await result) == (new, []))
        await cluster.close()
        await server.stop()
    }

    @Test("without its coordinator a wait is over; the statement before it was acknowledged", arguments: [true, false])
    func coordinatorLost(isBefore: Bool) async throws {
        let server = try await TestServer.nodes(2)
        let cluster = try await survey(server)
        await server.with { $0.nodes[1].schemaVersion = UUID(number: 9) }
        if isBefore { await server.stopNode(0) }
        async let result = cluster.awaitSchemaAgreement(timeout: .seconds(60))
        if !isBefore {
            await server.waitUntil(node: 1, wasAsked: 2)
            await server.stopNode(0)
        }
        do {
            Issue.record("\(try await result)")
        } catch {
            let error = try #require(error as? ClientError)
            #expect(error.kind == .connection(.lost(nil)))
            #expect(error.outcome == .acknowledged)
        }
        await cluster.close()
        await server.stop()
    }
}
