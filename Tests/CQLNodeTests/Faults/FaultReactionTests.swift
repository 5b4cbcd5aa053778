import CQLSyntax
import CQLWire
import Testing

@testable import CQLNode

@Suite struct FaultReactionTests {
    private func cluster(_ faults: String..., nodes: Int = 1) throws -> TestCluster {
        let faults = try faults.map { try Fault($0) }
        return TestCluster(nodes: nodes) { $0.faults = faults }
    }

    @Test("a dropped request is not done and not answered; the next one is")
    func drop() throws {
        var cluster = try cluster("drop when text 'x' times 1")
        let client = try cluster.connect()
        try cluster.query("SELECT x", on: client)
        #expect(try cluster.answers(on: client).isEmpty)
        #expect(cluster.machine.executor.ran.isEmpty)
        try cluster.query("SELECT x", on: client)
        #expect(try cluster.answer(on: client) == TestCluster.text("- SELECT x"))
    }

    @Test("a lost reply is that of a request that is done")
    func loseReply() throws {
        var cluster = try cluster("lose-reply when kind schema-definition")
        let client = try cluster.connect(events: [.schemaChange])
        try cluster.query("CREATE TABLE k.t (a int PRIMARY KEY)", on: client)
        #expect(cluster.machine.executor.ran == ["1 CREATE TABLE k.t (a int PRIMARY KEY)"])
        #expect(try cluster.answer(on: client) == .event(.schemaChange(EchoExecutor.change)))
    }

    @Test("a forgotten request is answered and not done")
    func forget() throws {
        var cluster = try cluster("forget when text 'x' times 1")
        let client = try cluster.connect()
        try cluster.query("SELECT x", on: client)
        #expect(try cluster.answer(on: client) == TestCluster.text("- SELECT x"))
        #expect(cluster.machine.executor.ran.isEmpty)
    }

    @Test("a late reply comes at its time, after others that were asked for later")
    func delayReply() throws {
        var cluster = try cluster("delay-reply 2s when text 'slow'")
        let client = try cluster.connect()
        try cluster.query("SELECT slow", on: client, stream: 1)
        try cluster.query("SELECT fast", on: client, stream: 2)
        #expect(try cluster.answers(on: client).map(\.stream) == [2])
        #expect(cluster.machine.executor.ran.count == 2)
        cluster.pass(.milliseconds(1999))
        #expect(try cluster.answers(on: client).isEmpty)
        cluster.pass(.milliseconds(1))
        #expect(try cluster.answers(on: client).map(\.stream) == [1])
    }

    @Test("a delayed request is done later, also when its client has gone")
    func delay() throws {
        var cluster = try cluster("delay 46s when verb 'CREATE TABLE'")
        let client = try cluster.connect()
        try cluster.query("CREATE TABLE t (a int PRIMARY KEY)", on: client)
        cluster.apply(cluster.machine.closed(client))
        cluster.pass(.seconds(45))
        #expect(cluster.machine.executor.ran.isEmpty)
        cluster.pass(.seconds(1))
        #expect(cluster.machine.executor.ran.count == 1)
    }

    @Test("a reset comes before or after the request is done")
    func reset() throws {
        var cluster = try cluster("reset when text 'a'", "reset-after when text 'b'")
        let first = try cluster.connect()
        try cluster.query("UPDATE a", on: first)
        #expect(cluster.ended[first] == "reset")
        #expect(cluster.machine.executor.ran.isEmpty)
        let second = try cluster.connect()
        try cluster.query("UPDATE b", on: second)
        #expect(cluster.ended[second] == "reset")
        #expect(cluster.machine.executor.ran == ["1 UPDATE b"])
    }

    @Test("a forged error fits the request, whether that is done or not")
    func error() throws {
        var cluster = try cluster("error write-timeout applied when kind conditional-modification", "error 0x1001")
        let client = cluster.connectBare()
        try cluster.send(.startup([:]), on: client)
        let overloaded = ServerError(.overloaded, "Server is overloaded (forged by a fault)")
        #expect(try cluster.answer(on: client) == .error(overloaded))
        cluster.machine.removeFaults()
        cluster.machine.add(try Fault("error write-timeout 'late' applied when kind conditional-modification"))
        try cluster.send(.startup(["CQL_VERSION": "3.0.0"]), on: client)
        _ = try cluster.answers(on: client)
        try cluster.query("INSERT INTO t (a) VALUES (1) IF NOT EXISTS", on: client)
        let details = ServerError.Details.writeTimeout(consistency: .one, received: 0, blockFor: 1, writeType: .cas)
        #expect(try cluster.answer(on: client) == .error(ServerError(.writeTimeout, "late", details: details)))
        #expect(cluster.machine.executor.ran.count == 1)
    }

    @Test("an answer can be anything, and can warn")
    func answer() throws {
        var cluster = try cluster("warn 'mind' when text 'w'")
        cluster.machine.add(Fault(.answer(.result(.void), applied: false), when: .text("v")))
        let client = try cluster.connect()
        try cluster.query("SELECT w", on: client)
        #expect(try ResponseEnvelope(cluster.frames(on: client)[0]).warnings == ["mind"])
        try cluster.query("SELECT v", on: client)
        #expect(try cluster.answer(on: client) == .result(.void))
        #expect(cluster.machine.executor.ran == ["1 SELECT w"])
    }

    @Test("bytes go out as they are, and the connection ends")
    func bytes() throws {
        var cluster = try cluster("bytes 0x840000010200000000 close when opcode QUERY")
        let client = try cluster.connect()
        try cluster.query("SELECT 1", on: client)
        #expect(try cluster.answer(on: client) == .ready)
        #expect(cluster.ended[client] == "closed")
    }

    @Test("an answer that is kept back comes when the test lets it go")
    func hold() throws {
        var cluster = TestCluster()
        cluster.machine.add(Fault(.holdReply, when: .opcode(.query)))
        let client = try cluster.connect()
        try cluster.query("SELECT 1", on: client)
        #expect(try cluster.answers(on: client).isEmpty)
        cluster.apply(cluster.machine.releaseHeld(now: cluster.now))
        #expect(try cluster.answer(on: client) == TestCluster.text("- SELECT 1"))
    }

    @Test("a node that a fault pauses does the request when it goes on, and what came meanwhile")
    func pause() throws {
        var cluster = try cluster("pause 10s when text 'x'")
        let client = try cluster.connect()
        try cluster.query("SELECT x", on: client, stream: 1)
        try cluster.query("SELECT y", on: client, stream: 2)
        cluster.pass(.seconds(9))
        #expect(try cluster.answers(on: client).isEmpty)
        #expect(cluster.machine.executor.ran.isEmpty)
        cluster.pass(.seconds(1))
        #expect(try cluster.answers(on: client).map(\.stream) == [1, 2])
    }

    @Test("conditions look at node, connection, frame, object and prepared statements")
    func conditions() throws {
        var cluster = try cluster(
            "error overloaded 'node' when node 2 and opcode QUERY",
            "error overloaded 'connection' when connection 2 and frame 3",
            "error overloaded 'object' when object k.t",
            nodes: 2)
        let other = try cluster.connect(to: 2)
        try cluster.query("SELECT 1", on: other)
        #expect(try cluster.answer(on: other) == TestCluster.refused(.overloaded, "node"))
        let first = try cluster.connect()
        let second = try cluster.connect()
        for client in [first, second] {
            try cluster.query("SELECT 1", on: client)
            try cluster.query("SELECT 2", on: client)
        }
        #expect(try cluster.answers(on: first).count == 2)
        #expect(try cluster.answers(on: second).last?.message == TestCluster.refused(.overloaded, "connection"))
        try cluster.send(.prepare("SELECT * FROM t"), on: first)
        #expect(try cluster.answer(on: first) == TestCluster.refused(.overloaded, "object"))
        cluster.machine.removeFaults()
        try cluster.send(.prepare("SELECT * FROM t"), on: first)
        guard case .result(.prepared(let prepared)) = try cluster.answer(on: first) else {
            Issue.record("the statement is not prepared")
            return
        }
        cluster.machine.add(try Fault("error overloaded 'executed' when text 'FROM t' and opcode EXECUTE"))
        try cluster.send(.execute(id: prepared.id, QueryParameters(consistency: .one)), on: first)
        #expect(try cluster.answer(on: first) == TestCluster.refused(.overloaded, "executed"))
    }

    @Test("a fault begins after the requests that it skips, and every matching request counts")
    func counting() throws {
        var cluster = try cluster("error overloaded 'once' when opcode QUERY after 2 times 1")
        let client = try cluster.connect()
        for _ in 0..<4 { try cluster.query("SELECT 1", on: client) }
        let isRefused = try cluster.answers(on: client).map { $0.message == TestCluster.refused(.overloaded, "once") }
        #expect(isRefused == [false, false, true, false])
    }
}
