import CQLWire
import ScriptedServer
import Testing

@testable import CQLClient

/// Prepared statements and batches on a scripted node.
@Suite struct PreparedStatementTests {
    private func connect(
        _ script: TestCluster = TestCluster(CannedContent())
    ) async throws -> (server: TestServer, cluster: Cluster) {
        let server = try await TestServer.start(script)
        return (server, try await Cluster.connect(await server.settings()))
    }

    private func prepared(_ cql: String) -> Statement { Statement(cql, [.bytes([1])], isPrepared: true) }

    @Test("a statement is prepared once and executed as often as it is wanted")
    func once() async throws {
        let (server, cluster) = try await connect()
        for _ in 0..<3 {
            #expect(try await cluster.execute(prepared("SELECT 4")).rows.first?.integer("number") == 4)
        }
        _ = try await cluster.execute(prepared("SELECT 5"))
        #expect(await server.with { $0.count(.prepare) } == 2)
        #expect(await server.with { $0.count(.execute) } == 4)
        await cluster.close()
        await server.stop()
    }

    @Test("a node that has forgotten a statement is told it again")
    func forgottenOnce() async throws {
        let (server, cluster) = try await connect()
        _ = try await cluster.execute(prepared("SELECT 4"))
        await server.with { $0.forgetsPrepared = 1 }
        #expect(try await cluster.execute(prepared("SELECT 4")).rows.first?.integer("number") == 4)
        #expect(await server.with { $0.count(.prepare) } == 2)
        #expect(await server.with { $0.count(.execute) } == 3)
        await cluster.close()
        await server.stop()
    }

    @Test("a node that forgets it again at once is an error: the statement has not run")
    func forgottenTwice() async throws {
        let (server, cluster) = try await connect()
        _ = try await cluster.execute(prepared("SELECT 4"))
        await server.with { $0.forgetsPrepared = 2 }
        let error = await #expect(throws: ClientError.self) { try await cluster.execute(prepared("SELECT 4")) }
        #expect(error?.serverError?.code == .unprepared)
        #expect(error?.outcome == .rejected)
        #expect(await server.with { $0.count(.prepare) } == 2)
        #expect(try await cluster.execute(prepared("SELECT 4")).rows.first?.integer("number") == 4)
        await cluster.close()
        await server.stop()
    }

    @Test("to prepare a statement is not to run it: a refusal refuses it, and everything else leaves it unsent")
    func refusedToPrepare() async throws {
        var script = TestCluster(CannedContent())
        script.faults = [
            Fault(.opcode(.prepare), .answer(.error(ServerError(.unauthorized, "no"))), times: 1),
            Fault(.opcode(.prepare), .answer(.error(ServerError(.serverError, "boom"))), times: 1),
            Fault(.opcode(.prepare), .answer(.result(.void)), times: 1),
            Fault(.opcode(.prepare), .close, times: 1),
        ]
        let (server, cluster) = try await connect(script)
        for outcome in [Outcome.rejected, .notSent, .notSent, .notSent] {
            let error = await #expect(throws: ClientError.self) { try await cluster.execute(prepared("SELECT 4")) }
            #expect(error?.outcome == outcome)
        }
        #expect(await server.with { $0.count(.execute) } == 0)
    }

    @Test("a batch of plain statements goes out as text")
    func plainBatch() async throws {
        let (server, cluster) = try await connect()
        let batch = BatchStatement([Statement("INSERT a"), Statement("INSERT b", [.null])], consistency: .all)
        _ = try await cluster.execute(batch)
        let statement = try #require(await server.with { $0.content.statements.last })
        #expect(statement.isBatch)
        #expect(statement.parts.map(\.cql) == ["INSERT a", "INSERT b"])
        #expect(statement.parts.map(\.values) == [[], [.null]])
        #expect(statement.consistency == .all)
        #expect(statement.serialConsistency == .serial)
        #expect(await server.with { $0.count(.prepare) } == 0)
        await cluster.close()
        await server.stop()
    }

    @Test("in a batch of prepared statements each is prepared once, and again when it was forgotten")
    func preparedBatch() async throws {
        let (server, cluster) = try await connect()
        let batch = BatchStatement([prepared("INSERT a"), prepared("INSERT b"), prepared("INSERT a")])
        _ = try await cluster.execute(batch)
        #expect(await server.with { $0.count(.prepare) } == 2)
        await server.with { $0.forgetsPrepared = 1 }
        _ = try await cluster.execute(batch)
        #expect(await server.with { $0.count(.prepare) } == 4)
        let parts = await server.with { $0.content.statements.map { $0.parts.map(\.cql) } }
        #expect(parts == [["INSERT a", "INSERT b", "INSERT a"], ["INSERT a", "INSERT b", "INSERT a"]])
        await cluster.close()
        await server.stop()
    }
}
