import CQLWire
import Testing

@testable import CQLNode

/// What the nodes note of what they have executed.
@Suite struct JournalTests {
    private func executed(_ fault: Fault? = nil, _ statements: [String]) throws -> [ExecutedStatement] {
        let plan = ClusterPlan(startTime: 1_800_000_000_000_000)
        var machine = SandboxServer.Machine(plan, executor: CQLExecutor(plan))
        machine.keepJournal()
        if let fault { machine.add(fault) }
        let connection = ConnectionID(node: 1, number: 1)
        machine.accepted(connection, from: nil)
        func send(_ request: Request, _ stream: Int16) throws {
            let bytes = try RequestEnvelope(request).frame(stream: stream).bytes
            _ = machine.received(bytes, on: connection, now: .seconds(Int(stream)))
        }
        try send(.startup(["CQL_VERSION": "3.0.0"]), 0)
        for (index, cql) in statements.enumerated() {
            try send(.query(cql, QueryParameters(consistency: .one)), Int16(index + 1))
        }
        return machine.journal ?? []
    }

    private static let keyspace =
        "CREATE KEYSPACE k WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}"
    private static let table = "CREATE TABLE IF NOT EXISTS k.t (a int PRIMARY KEY)"
    private static let insert = "INSERT INTO k.t (a) VALUES (1) IF NOT EXISTS"

    @Test("what changes something is noted with its time, and what found nothing to change is told apart")
    func notes() throws {
        let journal = try executed(
            nil, [Self.keyspace, Self.table, Self.table, Self.insert, Self.insert, "SELECT * FROM k.t", "nonsense"])
        #expect(journal.map(\.cql) == [Self.keyspace, Self.table, Self.table, Self.insert, Self.insert])
        #expect(journal.map(\.hadEffect) == [true, true, false, true, false])
        #expect(journal.map(\.time) == [.seconds(1), .seconds(2), .seconds(3), .seconds(4), .seconds(5)])
    }

    @Test("what was answered with an error and done all the same is noted, and what was only said to be done is not")
    func faults() throws {
        let error = try Fault("error write-timeout applied when verb 'CREATE TABLE'")
        #expect(try executed(error, [Self.keyspace, Self.table]).count == 2)
        #expect(try executed(try Fault("forget when verb 'CREATE TABLE'"), [Self.keyspace, Self.table]).count == 1)
    }
}
