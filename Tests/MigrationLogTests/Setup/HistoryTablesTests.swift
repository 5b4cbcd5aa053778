import CQLClient
import EventLoop
import FoundationEssentials
import ScriptedServer
import Testing

@testable import MigrationLog

@Suite struct HistoryTablesTests {
    private static let both = ["cqlmig_log": UUID(number: 1), "cqlmig_lock": UUID(number: 2)]

    private func failure(_ body: () async throws(LogError) -> Void) async -> LogError? {
        do throws(LogError) {
            try await body()
            return nil
        } catch {
            return error
        }
    }

    @Test("tables that are there are present")
    func present() async throws {
        let (server, cluster) = try await HistoryServer.connected { $0.content.tableIDs = [0: Self.both] }
        let tables = HistoryTables(in: .app, of: cluster)
        #expect(try await tables.missing() == [])
        #expect(await failure { () throws(LogError) in try await tables.requirePresent() } == nil)
        await cluster.close()
        await server.stop()
    }

    @Test("what is missing is named")
    func missing() async throws {
        let (server, cluster) = try await HistoryServer.connected { script in
            script.content.tableIDs = [0: ["cqlmig_log": UUID(number: 1)]]
        }
        let tables = HistoryTables(in: .app, of: cluster)
        #expect(
            await failure { () throws(LogError) in try await tables.requirePresent() }
                == .notInitialised(keyspace: "app", missing: ["cqlmig_lock"]))
        #expect(HistoryTables.names == ["cqlmig_log", "cqlmig_lock"])
        await cluster.close()
        await server.stop()
    }

    @Test("tables that have one id on every node can be used")
    func agreed() async throws {
        let (server, cluster) = try await HistoryServer.connected(nodes: 3) { script in
            script.content.tableIDs = [0: Self.both, 1: Self.both, 2: Self.both]
        }
        try await HistoryTables(in: .app, of: cluster).requireAgreed()
        await cluster.close()
        await server.stop()
    }

    @Test("a node with another id, or without the table, is named", arguments: [UUID(number: 9), nil])
    func differs(id: UUID?) async throws {
        let (server, cluster) = try await HistoryServer.connected(nodes: 3) { script in
            script.content.tableIDs = [0: Self.both, 1: Self.both, 2: Self.both]
            script.content.tableIDs[2]?["cqlmig_lock"] = id
        }
        let place = await server.addresses[2].description
        let tables = HistoryTables(in: .app, of: cluster)
        #expect(
            await failure { () throws(LogError) in try await tables.requireAgreed() }
                == .tablesDiffer(table: "cqlmig_lock", keyspace: "app", nodes: [place]))
        await cluster.close()
        await server.stop()
    }

    @Test("a node that shows a table late is waited for")
    func shownLate() async throws {
        let (server, cluster) = try await HistoryServer.connected(nodes: 2) { script in
            script.content.tableIDs = [0: Self.both, 1: Self.both]
            let none = try AnswerTable([("id", .uuid)]).response()
            let question = Fault.Condition.both(.statement("FROM system_schema.tables"), .node(1))
            script.faults = [Fault(question, .answer(none), times: 2)]
        }
        try await HistoryTables(in: .app, of: cluster).requireAgreed(patience: .seconds(120))
        await cluster.close()
        await server.stop()
    }

    // MARK: Making them

    private func create(_ cluster: Cluster) async throws(LogError) -> [String] {
        try await HistoryTables(in: .app, of: cluster).create(
            ddlTimeout: .seconds(60), agreementTimeout: .seconds(60))
    }

    @Test(
        "missing tables are made, before 6.0 with ids that every runner computes alike",
        arguments: [("3.11.19", true), ("4.0.11", true), ("4.1.10", true), ("5.0.9", true), ("6.0-alpha2", false)])
    func creates(release: String, hasIDs: Bool) async throws {
        let (server, cluster) = try await HistoryServer.connected(nodes: 2) { script in
            script.content.tableIDs = [0: [:], 1: [:]]
            for node in script.nodes.indices { script.nodes[node].release = release }
        }
        #expect(try await create(cluster) == ["cqlmig_log", "cqlmig_lock"])
        let texts = await server.with { $0.content.statements.map(\.cql).filter { $0.hasPrefix("CREATE") } }
        #expect(
            texts == [
                LogTable(quotedKeyspace: "app").create(
                    id: hasIDs ? TableID.derived(keyspace: "app", table: "cqlmig_log") : nil),
                LockTable(quotedKeyspace: "app").create(
                    id: hasIDs ? TableID.derived(keyspace: "app", table: "cqlmig_lock") : nil),
            ])
        await cluster.close()
        await server.stop()
    }

    @Test("only what is missing is made")
    func createsRest() async throws {
        let (server, cluster) = try await HistoryServer.connected { script in
            script.content.tableIDs = [0: ["cqlmig_log": UUID(number: 7)]]
        }
        #expect(try await create(cluster) == ["cqlmig_lock"])
        #expect(try await create(cluster) == [])
        #expect(await server.with { $0.content.statements.count { $0.cql.hasPrefix("CREATE") } } == 1)
        await cluster.close()
        await server.stop()
    }

    @Test("a refusal because somebody else was faster is none; any other is", arguments: [true, false])
    func createdByOthers(isThere: Bool) async throws {
        let (server, cluster) = try await HistoryServer.connected { script in
            script.content.tableIDs = [0: ["cqlmig_lock": UUID(number: 7)]]
            let exists = Response.error(
                ServerError(
                    .alreadyExists, "Cannot add already existing table \"cqlmig_log\"",
                    details: .alreadyExists(keyspace: "app", table: "cqlmig_log")))
            let create = Fault.Condition.statement("CREATE TABLE")
            script.faults = [Fault(create, isThere ? .answerAfter(exists) : .answer(exists))]
        }
        do throws(LogError) {
            #expect(try await create(cluster) == ["cqlmig_log"])
            #expect(isThere)
        } catch {
            #expect(!isThere)
            guard case .client(let cause) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(cause.serverError?.code == .alreadyExists)
        }
        await cluster.close()
        await server.stop()
    }

    @Test("a keyspace that its node has not applied yet is waited for")
    func keyspaceUnderWay() async throws {
        let (server, cluster) = try await HistoryServer.connected { script in
            script.content.tableIDs = [0: ["cqlmig_lock": UUID(number: 7)]]
            let early = Response.error(ServerError(.configError, "Keyspace 'app' doesn't exist"))
            script.faults = [Fault(.statement("CREATE TABLE"), .answer(early), times: 2)]
        }
        #expect(try await create(cluster) == ["cqlmig_log"])
        #expect(await server.count("CREATE TABLE") == 3)
        await cluster.close()
        await server.stop()
    }

    @Test(
        "a table of which the metadata service does not say how it ended is asked for again, from 6.0 on",
        arguments: [("6.0-alpha2", 2, 3), ("6.0-alpha2", 9, 5), ("5.0.9", 1, 1)])
    func undecided(release: String, times: Int, asked: Int) async throws {
        let (server, cluster) = try await HistoryServer.connected { script in
            script.content.tableIDs = [0: ["cqlmig_lock": UUID(number: 7)]]
            script.nodes[0].release = release
            let error =
                release.hasPrefix("6")
                ? ServerError(.invalid, "GivingUpException: Could not succeed sending TCM_COMMIT_REQ")
                : ServerError(.serverError, "java.lang.RuntimeException")
            script.faults = [Fault(.statement("CREATE TABLE"), .answer(.error(error)), times: times)]
        }
        do throws(LogError) {
            #expect(try await create(cluster) == ["cqlmig_log"])
            #expect(asked > times)
        } catch {
            guard case .client(let cause) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(cause.outcome == .unknown)
        }
        #expect(await server.count("CREATE TABLE") == asked)
        await cluster.close()
        await server.stop()
    }

    @Test("tables on which the nodes do not agree are not used")
    func disagreement() async throws {
        let (server, cluster) = try await HistoryServer.connected(nodes: 2) { script in
            script.content.tableIDs = [0: [:], 1: [:]]
            script.nodes[1].schemaVersion = UUID(number: 9)
        }
        let tables = HistoryTables(in: .app, of: cluster)
        let error = await failure { () throws(LogError) in
            _ = try await tables.create(ddlTimeout: .seconds(60), agreementTimeout: .milliseconds(100))
        }
        guard case .disagreement(let disagreement)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(disagreement.dissenters == [NodeID(UUID(number: 2))])
        await cluster.close()
        await server.stop()
    }
}
