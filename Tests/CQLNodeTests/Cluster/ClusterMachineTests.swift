import CQLSyntax
import CQLWire
import FoundationEssentials
import Testing

@testable import CQLNode

@Suite struct ClusterMachineTests {
    private func versions(_ cluster: TestCluster) -> [UInt8] { cluster.machine.nodes.map { $0.schemaVersion.uuid.15 } }
    private func rumours(_ cluster: TestCluster) -> [UInt8] { cluster.machine.nodes.map { $0.rumouredVersion.uuid.15 } }

    @Test("a schema change is known at once on its coordinator, and later on the others and in their peers' rows")
    func spreading() throws {
        var cluster = TestCluster(nodes: 3)
        let client = try cluster.connect(to: 2)
        try cluster.query("CREATE KEYSPACE k", on: client)
        #expect(try cluster.answer(on: client) == .result(.schemaChange(EchoExecutor.change)))
        #expect(versions(cluster) == [0, 1, 0])
        cluster.pass(.milliseconds(149))
        #expect(versions(cluster) == [0, 1, 0])
        cluster.pass(.milliseconds(1))
        #expect(versions(cluster) == [1, 1, 1])
        #expect(rumours(cluster) == [0, 0, 0])
        cluster.pass(.milliseconds(450))
        #expect(rumours(cluster) == [0, 1, 0])
        cluster.pass(.milliseconds(150))
        #expect(rumours(cluster) == [1, 1, 1])
    }

    @Test("each node tells its registered clients of a change when it knows it, the coordinator behind the answer")
    func events() throws {
        var cluster = TestCluster(nodes: 2)
        let asking = try cluster.connect(events: [.schemaChange, .statusChange])
        let listening = try cluster.connect(to: 2, events: [.schemaChange])
        let deaf = try cluster.connect(to: 2)
        try cluster.query("CREATE TABLE t", on: asking, stream: 5)
        let event = Response.event(.schemaChange(EchoExecutor.change))
        let answers = try cluster.answers(on: asking)
        #expect(answers.map(\.stream) == [5, -1])
        #expect(answers.last?.message == event)
        #expect(try cluster.answers(on: listening).isEmpty)
        cluster.pass(.seconds(1))
        #expect(try cluster.answer(on: listening) == event)
        #expect(try cluster.answers(on: deaf).isEmpty)
    }

    @Test("a paused node takes connections, answers nothing, and does what it was asked for when it goes on")
    func pausing() throws {
        var cluster = TestCluster(nodes: 2)
        let old = try cluster.connect(to: 2)
        let watching = try cluster.connect(events: [.statusChange])
        cluster.apply(cluster.machine.pause(2, now: cluster.now))
        try cluster.query("CREATE TABLE t", on: old)
        let new = try cluster.connect(to: 2)
        try cluster.query("SELECT 1", on: new)
        let coordinator = try cluster.connect()
        try cluster.query("CREATE TABLE u", on: coordinator)
        cluster.pass(.seconds(17))
        #expect(try cluster.answers(on: watching).isEmpty)
        #expect(versions(cluster) == [1, 0])
        cluster.pass(.seconds(1))
        guard case .event(.statusChange(.down, let endpoint)) = try cluster.answer(on: watching) else {
            Issue.record("no node is seen down")
            return
        }
        #expect(endpoint.description == "127.0.0.2:9042")
        cluster.apply(cluster.machine.resume(2, now: cluster.now))
        #expect(try cluster.answer(on: old) == .result(.schemaChange(EchoExecutor.change)))
        #expect(try cluster.answers(on: new).count == 2)
        cluster.pass(.seconds(1))
        #expect(versions(cluster) == [2, 2])
        guard case .event(.statusChange(.up, _)) = try cluster.answer(on: watching) else {
            Issue.record("the node is not seen up")
            return
        }
    }

    @Test("a node that goes on before it is missed is never seen down")
    func briefPause() throws {
        var cluster = TestCluster(nodes: 2)
        let watching = try cluster.connect(events: [.statusChange])
        cluster.apply(cluster.machine.pause(2, now: cluster.now))
        cluster.pass(.seconds(10))
        cluster.apply(cluster.machine.resume(2, now: cluster.now))
        cluster.pass(.seconds(60))
        #expect(try cluster.answers(on: watching).isEmpty)
    }

    @Test("a killed node resets its clients and listens no more; started again it has another generation")
    func killing() throws {
        var cluster = TestCluster(nodes: 2)
        let client = try cluster.connect(to: 2)
        let generation = cluster.machine.nodes[1].generation
        cluster.apply(cluster.machine.kill(2, now: cluster.now))
        #expect(cluster.ended[client] == "reset")
        #expect(cluster.others == [.stopListening(node: 2)])
        let coordinator = try cluster.connect()
        try cluster.query("CREATE TABLE t", on: coordinator)
        cluster.pass(.seconds(30))
        #expect(versions(cluster) == [1, 0])
        cluster.apply(cluster.machine.restart(2, now: cluster.now))
        #expect(cluster.others == [.stopListening(node: 2), .listen(node: 2)])
        #expect(cluster.machine.nodes[1].generation > generation)
        cluster.pass(.seconds(1))
        #expect(versions(cluster) == [1, 1])
    }

    @Test("a heartbeat goes on while its node runs and stands still while it does not")
    func heartbeats() throws {
        var cluster = TestCluster(nodes: 2)
        cluster.pass(.seconds(10))
        cluster.apply(cluster.machine.pause(2, now: cluster.now))
        cluster.pass(.seconds(10))
        #expect(cluster.machine.nodes.map { $0.heartbeat(now: cluster.now) } == [21, 11])
        cluster.apply(cluster.machine.resume(2, now: cluster.now))
        cluster.pass(.seconds(10))
        #expect(cluster.machine.nodes.map { $0.heartbeat(now: cluster.now) } == [31, 21])
    }

    @Test("the nodes of a cluster have tokens of their own, spread over the whole ring")
    func tokens() {
        let tokens = (1...3).flatMap { TokenRing.tokens(ofNode: $0, of: 3) }
        #expect(Set(tokens).count == 48)
        #expect(tokens.min() == .min)
        #expect(tokens.max() ?? 0 > Int64.max / 48 * 45)
    }

    @Test("a paused node's connection that sends without end is reset")
    func endless() throws {
        var cluster = TestCluster()
        let client = try cluster.connect()
        cluster.apply(cluster.machine.pause(1, now: cluster.now))
        let chunk = [UInt8](repeating: 0, count: 1 << 20)
        for _ in 0..<17 { cluster.send(chunk, on: client) }
        #expect(cluster.ended[client] == "reset")
    }
}
