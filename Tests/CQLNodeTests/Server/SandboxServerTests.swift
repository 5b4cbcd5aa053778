import CQLClient
import CQLNode
import CQLSyntax
import CQLWire
import EventLoop
import FoundationEssentials
import SchemaModel
import Testing

@Suite struct SandboxServerTests {
    private func start(
        nodes: Int = 1, release: CassandraRelease = .v50, _ change: (inout ClusterPlan) -> Void = { _ in }
    ) async throws -> SandboxServer {
        var plan = ClusterPlan(nodes: nodes, release: release, startTime: 1_800_000_000_000_000)
        plan.schemaDelay = .milliseconds(20)
        plan.gossipDelay = .milliseconds(20)
        change(&plan)
        return try await SandboxServer.start(plan)
    }

    private func settings(_ server: SandboxServer, _ credentials: Credentials? = nil) async -> ClusterSettings {
        let address = await server.addresses[0]
        var settings = ClusterSettings(contactPoints: [ContactPoint(host: address.host, port: address.port)])
        settings.credentials = credentials
        settings.connectTimeout = .seconds(60)
        return settings
    }

    @Test(
        "the project's client finds all nodes, changes the schema, and sees them agree",
        arguments: CassandraRelease.allCases)
    func agreement(_ release: CassandraRelease) async throws {
        let server = try await start(nodes: 3, release: release)
        let cluster = try await Cluster.connect(await settings(server))
        #expect(await cluster.nodes.count == 3)
        let conditions = try await cluster.survey().map(\.condition)
        #expect(conditions.count == 3)
        for condition in conditions {
            guard case .up = condition else {
                Issue.record("\(condition)")
                continue
            }
        }
        _ = try await cluster.execute(
            Statement(
                "CREATE KEYSPACE k WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}",
                consistency: .one))
        _ = try await cluster.execute(Statement("CREATE TABLE k.t (a int PRIMARY KEY, b text)", consistency: .one))
        let result = try await cluster.awaitSchemaAgreement(timeout: .seconds(30))
        guard case .agreed = result else {
            Issue.record("\(result)")
            return
        }
        let catalogues = await server.look { machine, _ in machine.nodes.map(\.schemaVersion) }
        #expect(Set(catalogues).count == 1)
        _ = try await cluster.execute(Statement("INSERT INTO k.t (a, b) VALUES (1, 'x')", consistency: .one))
        let rows = try await cluster.execute(Statement("SELECT b FROM k.t WHERE a = 1", consistency: .one)).rows
        #expect(try rows.first?.value("b") == .text("x"))
        await cluster.close()
        await server.stop()
    }

    @Test("the project's client logs in, and not with a wrong password")
    func login() async throws {
        let server = try await start { $0.login = Login(passwords: ["anna": "secret"]) }
        let cluster = try await Cluster.connect(
            await settings(server, Credentials(username: "anna", password: "secret")))
        #expect(await cluster.name == "cqlmig sandbox")
        await cluster.close()
        let wrong = await settings(server, Credentials(username: "anna", password: "wrong"))
        await #expect(throws: ClientError.self) { _ = try await Cluster.connect(wrong) }
        await server.stop()
    }

    @Test("a killed node refuses connections, and takes them again at its address when it is started again")
    func killing() async throws {
        let server = try await start()
        let settings = await settings(server)
        await server.control { machine, now in machine.kill(1, now: now) }
        let error = await #expect(throws: ClientError.self) { _ = try await Cluster.connect(settings) }
        #expect("\(try #require(error))".contains("refused"))
        await server.control { machine, now in machine.restart(1, now: now) }
        let cluster = try await Cluster.connect(settings)
        await cluster.close()
        await server.stop()
    }

    @Test("bytes without sense do not keep others from being served")
    func garbage() async throws {
        let server = try await start()
        let address = try #require(await server.addresses.first)
        var generator = SeededBytes(seed: 7)
        for round in 0..<200 {
            let client = try await RawClient.connect(to: address)
            var bytes = generator.bytes(count: 1 + round % 300)
            switch round % 4 {
            case 0: break
            case 1: bytes = [4] + bytes
            case 2: bytes = [4, 0, 0, 1, UInt8(round % 17), 0, 0, 0, UInt8(min(bytes.count, 255))] + bytes
            default:
                // Greeted as it should be, and then not.
                bytes =
                    try RequestEnvelope(.startup(["CQL_VERSION": "3.0.0"])).frame(stream: 1).bytes
                    + [4, 0xff, 0, 2, [7, 9, 10, 11, 13][round % 5], 0, 0, 0, UInt8(min(bytes.count, 255))] + bytes
            }
            await client.send(bytes)
            if round % 7 == 0 { await client.close() }
        }
        let cluster = try await Cluster.connect(await settings(server))
        #expect(await cluster.nodes.count == 1)
        await cluster.close()
        await server.stop()
    }

    @Test("nodes that are asked for at a taken port are refused")
    func takenPort() async throws {
        let server = try await start()
        let address = try #require(await server.addresses.first)
        let plan = ClusterPlan(startTime: 0)
        await #expect(throws: SystemError.self) { _ = try await SandboxServer.start(plan, port: address.port) }
        await server.stop()
    }
}
