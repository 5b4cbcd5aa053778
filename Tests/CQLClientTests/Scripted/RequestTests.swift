import CQLWire
import EventLoop
import ScriptedServer
import Testing

@testable import CQLClient

/// Statements on a cluster of one scripted node.
@Suite struct RequestTests {
    private func connect(
        _ script: TestCluster = TestCluster(CannedContent()), requestTimeout: Duration = .seconds(60)
    ) async throws -> (server: TestServer, cluster: Cluster) {
        let server = try await TestServer.start(script)
        return (server, try await Cluster.connect(await server.settings(requestTimeout: requestTimeout)))
    }

    @Test("a statement's settings, or else those of the client, go with it")
    func parameters() async throws {
        let server = try await TestServer.start(TestCluster(CannedContent()))
        var settings = await server.settings()
        settings.consistency = .quorum
        settings.serialConsistency = .localSerial
        let cluster = try await Cluster.connect(settings)
        _ = try await cluster.execute(Statement("SELECT 1", [.bytes([1]), .unset]))
        _ = try await cluster.execute(
            Statement("SELECT 2", consistency: .serial, serialConsistency: .serial, pageSize: 7))
        let statements = await server.with { $0.content.statements }
        #expect(statements.map(\.consistency) == [.quorum, .serial])
        #expect(statements.map(\.serialConsistency) == [.localSerial, .serial])
        #expect(statements.map(\.pageSize) == [1000, 7])
        #expect(statements[0].parts[0].values == [.bytes([1]), .unset])
        await cluster.close()
        await server.stop()
    }

    @Test("warnings of the server and what a DDL changed come with the result")
    func warnings() async throws {
        var script = TestCluster(CannedContent())
        script.faults = [Fault(.statement("CREATE TABLE"), .warn(["Guardrail tables violated", "and another"]))]
        let (server, cluster) = try await connect(script)
        let result = try await cluster.execute(Statement("CREATE TABLE t (a int PRIMARY KEY)"))
        #expect(result.warnings == ["Guardrail tables violated", "and another"])
        #expect(result.schemaChange == SchemaChange(.created, .table(keyspace: "k", name: "t")))
        await cluster.close()
        await server.stop()
    }

    @Test("what the server refuses is refused, in its words")
    func rejected() async throws {
        var script = TestCluster(CannedContent())
        let refusal = ServerError(.syntaxError, "line 1:0 no viable alternative at input 'SELEC'")
        script.faults = [Fault(.statement("SELEC 1"), .answer(.error(refusal)))]
        let (server, cluster) = try await connect(script)
        let error = await #expect(throws: ClientError.self) { try await cluster.execute(Statement("SELEC 1")) }
        let place = await server.addresses[0].description
        #expect(error == ClientError(.server(refusal), node: place, outcome: .rejected))
        await cluster.close()
        await server.stop()
    }

    @Test("a thousand requests in flight get their own answers, though those come in the reverse order")
    func thousandInFlight() async throws {
        var script = TestCluster(CannedContent())
        script.faults = [Fault(.statement("SELECT 10"), .hold)]
        let (server, cluster) = try await connect(script)
        let numbers = await withTaskGroup(of: (Int64, Int64?).self) { group in
            for number in 10_000..<11_000 as Range<Int64> {
                group.addTask {
                    let result = try? await cluster.execute(Statement("SELECT \(number)"))
                    return (number, try? result?.rows.first?.integer("number"))
                }
            }
            await server.waitUntil { $0.held.count == 1000 }
            await server.perform(await server.with { $0.releaseHeld().reversed() })
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        #expect(numbers.count == 1000)
        #expect(numbers.allSatisfy { $0.key == $0.value })
        await cluster.close()
        await server.stop()
    }

    // MARK: Time and cancellation

    @Test("a request without an answer in time is unknown; the late answer harms nobody", .virtualTime)
    func timesOut() async throws {
        var script = TestCluster(CannedContent())
        script.faults = [Fault(.statement("SELECT 5"), .hold, times: 1)]
        let (server, cluster) = try await connect(script)
        let place = await server.addresses[0].description
        let timeout = Duration.milliseconds(50)
        let error = await #expect(throws: ClientError.self) {
            try await cluster.execute(Statement("SELECT 5", timeout: timeout))
        }
        #expect(error == ClientError(.timedOut(after: timeout), node: place, outcome: .unknown))
        #expect(try await cluster.execute(Statement("SELECT 6")).rows.first?.integer("number") == 6)
        await server.perform(await server.with { $0.releaseHeld() })
        #expect(try await cluster.execute(Statement("SELECT 7")).rows.first?.integer("number") == 7)
        #expect(await cluster.hasCoordinator)
        await cluster.close()
        await server.stop()
    }

    @Test("whoever is cancelled does not wait for the answer any more, and the statement is unknown")
    func cancelled() async throws {
        var script = TestCluster(CannedContent())
        script.faults = [Fault(.statement("SELECT 5"), .hold)]
        let (server, cluster) = try await connect(script)
        let place = await server.addresses[0].description
        let task = Task { () -> ClientError? in
            do throws(ClientError) {
                _ = try await cluster.execute(Statement("SELECT 5"))
                return nil
            } catch {
                return error
            }
        }
        await server.waitUntil { $0.held.count == 1 }
        task.cancel()
        #expect(await task.value == ClientError(.cancelled, node: place, outcome: .unknown))
        #expect(try await cluster.execute(Statement("SELECT 6")).rows.first?.integer("number") == 6)
        await cluster.close()
        await server.stop()
    }

    @Test("in a task that is cancelled already nothing is sent")
    func withdrawn() async throws {
        let (server, cluster) = try await connect()
        let task = Task { () -> ClientError? in
            unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
            do throws(ClientError) {
                _ = try await cluster.execute(Statement("CREATE TABLE t (a int PRIMARY KEY)"))
                return nil
            } catch {
                return error
            }
        }
        #expect(await task.value?.outcome == .notSent)
        #expect(await server.with { $0.count(statementsWith: "CREATE TABLE") } == 0)
        await cluster.close()
        await server.stop()
    }

    // MARK: Lost connections

    @Test("a connection that is closed while a statement is under way leaves it unknown; the next is not sent")
    func closedUnderWay() async throws {
        var script = TestCluster(CannedContent())
        script.faults = [Fault(.statement("CREATE TABLE"), .closeAfter)]
        let (server, cluster) = try await connect(script)
        let place = await server.addresses[0].description
        let create = Statement("CREATE TABLE t (a int PRIMARY KEY)")
        let lost = await #expect(throws: ClientError.self) { try await cluster.execute(create) }
        #expect(lost == ClientError(.connection(.lost(nil)), node: place, outcome: .unknown))
        #expect(await !cluster.hasCoordinator)
        let refused = await #expect(throws: ClientError.self) { try await cluster.execute(create) }
        #expect(refused == ClientError(.connection(.lost(nil)), node: place, outcome: .notSent))
        #expect(await server.with { $0.count(statementsWith: "CREATE TABLE") } == 1)
    }

    @Test("a connection that is reset in the middle of a statement leaves it unknown")
    func resetUnderWay() async throws {
        let server = try await ScriptedServer<ResettingCluster>.start(ResettingCluster())
        let cluster = try await Cluster.connect(await server.settings())
        await server.with { $0.limit = 200_000 }
        let long = Statement("INSERT " + String(repeating: "x", count: 16 << 20))
        let error = await #expect(throws: ClientError.self) { try await cluster.execute(long) }
        #expect(error?.outcome == .unknown)
        guard case .connection(.lost(let cause?))? = error?.kind else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(["connection reset by peer", "broken pipe"].contains(cause.reason))
    }

    @Test("everything that waits on a lost connection is unknown")
    func allLost() async throws {
        var script = TestCluster(CannedContent())
        script.faults = [Fault(.statement("INSERT"), .silence)]
        let (server, cluster) = try await connect(script)
        let outcomes = await withTaskGroup(of: Outcome?.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    do throws(ClientError) {
                        _ = try await cluster.execute(Statement("INSERT"))
                        return nil
                    } catch {
                        return error.outcome
                    }
                }
            }
            await server.waitUntil { $0.count(statementsWith: "INSERT") == 20 }
            await server.stopNode(0)
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes == Array(repeating: .unknown, count: 20))
    }

    @Test("a statement that is too long for the protocol is not sent")
    func tooLong() async throws {
        let (server, cluster) = try await connect()
        let values = Array(repeating: BoundValue.null, count: 70_000)
        let error = await #expect(throws: ClientError.self) {
            try await cluster.execute(Statement("SELECT 1", values))
        }
        #expect(error?.outcome == .notSent)
        guard case .unwritable? = error?.kind else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(await cluster.hasCoordinator)
        await cluster.close()
        await server.stop()
    }
}

/// A node that closes the connection once so many bytes have come, the rest unread: the system resets it.
private struct ResettingCluster: ServerScript {
    var cluster = TestCluster(CannedContent())
    var limit = Int.max

    mutating func listening(on addresses: [SocketAddress]) { cluster.listening(on: addresses) }

    mutating func received(bytes total: Int, on connection: ServedConnection) -> [Reaction] {
        total < limit ? [] : [.close(connection)]
    }

    mutating func received(_ request: ReceivedRequest) throws(WireError) -> [Reaction] {
        try cluster.received(request)
    }
}
