import CQLWire
import EventLoop
import FoundationEssentials
import ScriptedServer
import Testing

@testable import CQLClient

/// `Cluster.connect` against a server that behaves.
@Suite struct ConnectTests {
    @Test("a client learns of the cluster from the node that it connects to")
    func learns() async throws {
        var script = TestCluster(CannedContent(), nodes: 3)
        script.name = "Orders"
        script.nodes[2].dataCenter = "dc2"
        let server = try await TestServer.start(script, on: [[127, 0, 0, 1], [127, 0, 0, 1], [127, 0, 0, 1]])
        let cluster = try await Cluster.connect(await server.settings())
        let addresses = await server.addresses
        #expect(await cluster.name == "Orders")
        #expect(await cluster.nodes.map(\.address) == addresses)
        #expect(await cluster.nodes.map(\.dataCenter) == ["dc1", "dc1", "dc2"])
        #expect(await cluster.coordinator.node.id == NodeID(UUID(number: 1)))
        #expect(await cluster.coordinator.gossipGeneration == 1_700_000_000)
        #expect(cluster.platform == .cassandra(try #require(ReleaseVersion("5.0.9"))))
        #expect(cluster.ddlTimeout == .seconds(60))
        #expect(await cluster.hasCoordinator)
        await cluster.close()
        #expect(await !cluster.hasCoordinator)
        #expect(await server.failures == [])
        await server.stop()
    }

    @Test("the coordinator's connection is registered for all events")
    func registers() async throws {
        let server = try await TestServer.start(TestCluster(CannedContent()))
        let cluster = try await Cluster.connect(await server.settings())
        let requests = await server.with { $0.requests.map(\.message) }
        #expect(requests.prefix(2).map(\.opcode) == [.options, .startup])
        #expect(requests.contains(.register([.topologyChange, .statusChange, .schemaChange])))
        await cluster.close()
        await server.stop()
    }

    @Test("a server that sends one byte at a time is a server like any other")
    func byteByByte() async throws {
        let server = try await TestServer.start(TestCluster(CannedContent(), nodes: 1), pace: .byteByByte)
        let cluster = try await Cluster.connect(await server.settings())
        #expect(try await cluster.execute(Statement("SELECT 7")).rows.first?.integer("number") == 7)
        await cluster.close()
        await server.stop()
    }

    @Test("over IPv6")
    func ipv6() async throws {
        let server = try await TestServer.start(
            TestCluster(CannedContent()), on: [[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]])
        let port = await server.addresses[0].port
        let point = try #require(ContactPoint("[::1]:\(port)", defaultPort: 9042))
        let cluster = try await Cluster.connect(ClusterSettings(contactPoints: [point]))
        #expect(await cluster.coordinator.node.place == "[::1]:\(port)")
        await cluster.close()
        await server.stop()
    }

    @Test("a node without peers_v2 is asked for its peers the old way")
    func oldPeers() async throws {
        var script = TestCluster(CannedContent())
        script.hasPeersV2 = false
        script.nodes[0].release = "3.11.19"
        let server = try await TestServer.start(script)
        let cluster = try await Cluster.connect(await server.settings())
        #expect(await server.with { $0.count(statementsWith: "FROM system.peers") } == 2)
        #expect(cluster.platform == .cassandra(ReleaseVersion(3, 11, 19)))
        await cluster.close()
        await server.stop()
    }

    @Test("Scylla is asked for its own version")
    func scylla() async throws {
        var script = TestCluster(CannedContent())
        script.supported["SCYLLA_NR_SHARDS"] = ["4"]
        script.nodes[0].release = "3.0.8"
        script.hasPeersV2 = false
        script.content.pages["system.versions"] = [AnswerTable(row: [("version", .text, .text("6.2.0"))])]
        let server = try await TestServer.start(script)
        let cluster = try await Cluster.connect(await server.settings())
        #expect(cluster.platform == .scylla(version: "6.2.0"))
        await cluster.close()
        await server.stop()
    }

    @Test("on 6.0 a DDL may take longer than its metadata service waits")
    func ddlTimeout() async throws {
        var script = TestCluster(CannedContent())
        script.nodes[0].release = "6.0-alpha2"
        let server = try await TestServer.start(script)
        var settings = await server.settings()
        let cluster = try await Cluster.connect(settings)
        #expect(cluster.ddlTimeout == .seconds(130))
        await cluster.close()
        settings.ddlTimeout = .seconds(7)
        let impatient = try await Cluster.connect(settings)
        #expect(impatient.ddlTimeout == .seconds(7))
        await impatient.close()
        await server.stop()
    }

    // MARK: Credentials

    @Test("with user and password")
    func password() async throws {
        var script = TestCluster(CannedContent())
        script.login = ("ann", "secret")
        let server = try await TestServer.start(script)
        var settings = await server.settings()
        settings.credentials = Credentials(username: "ann", password: "secret")
        let cluster = try await Cluster.connect(settings)
        #expect(await cluster.hasCoordinator)
        await cluster.close()
        await server.stop()
    }

    @Test("a wrong password ends the search: the next node would say the same, and might lock the account")
    func wrongPassword() async throws {
        var script = TestCluster(CannedContent())
        script.login = ("ann", "secret")
        let first = try await TestServer.start(script)
        let second = try await TestServer.start(script)
        var settings = await first.settings()
        settings.contactPoints.append(await second.contactPoint())
        settings.credentials = Credentials(username: "ann", password: "wrong")
        let error = await #expect(throws: ClientError.self) { try await Cluster.connect(settings) }
        #expect(
            error?.kind == .authentication(.badCredentials("Provided username and/or password are incorrect")))
        #expect(error?.outcome == .notSent)
        #expect(await second.with { $0.requests.count } == 0)
        #expect("\(try #require(error))".contains("wrong") == false)
        await first.stop()
        await second.stop()
    }

    @Test("a node that asks for credentials where there are none ends the search")
    func missingPassword() async throws {
        var script = TestCluster(CannedContent())
        script.login = ("ann", "secret")
        let server = try await TestServer.start(script)
        let error = await #expect(throws: ClientError.self) { try await Cluster.connect(await server.settings()) }
        #expect(
            error?.kind
                == .authentication(
                    .credentialsRequired(authenticator: "org.apache.cassandra.auth.PasswordAuthenticator")))
        await server.stop()
    }

    // MARK: Contact points

    @Test("contact points are tried in turn: the first refuses, the second works")
    func inTurn() async throws {
        let server = try await TestServer.start(TestCluster(CannedContent()))
        var settings = await server.settings()
        // No test listens on that address.
        settings.contactPoints.insert(ContactPoint(host: "127.77.0.1", port: 9042), at: 0)
        let cluster = try await Cluster.connect(settings)
        #expect(await cluster.coordinator.node.address == (await server.addresses[0]))
        await cluster.close()
        await server.stop()
    }

    @Test("when nobody can be connected to, the error names every address and why")
    func nobody() async throws {
        let settings = ClusterSettings(contactPoints: [
            ContactPoint(host: "127.77.0.1", port: 1), ContactPoint(host: "127.77.0.2", port: 2),
        ])
        let error = await #expect(throws: ClientError.self) { try await Cluster.connect(settings) }
        #expect(
            error?.kind
                == .noNodeReachable([
                    ContactAttempt(place: "127.77.0.1:1", reason: "connection refused"),
                    ContactAttempt(place: "127.77.0.2:2", reason: "connection refused"),
                ]))
        #expect(error?.outcome == .notSent)
    }

    @Test("a host with several addresses is tried at each of them")
    func severalAddresses() async throws {
        let server = try await TestServer.start(TestCluster(CannedContent()))
        let works = await server.addresses[0]
        let refuses = try #require(SocketAddress(bytes: [127, 77, 0, 1], port: works.port))
        let settings = ClusterSettings(contactPoints: [ContactPoint(host: "cassandra", port: works.port)])
        let cluster = try await Cluster.connect(settings) { _ in .success([refuses, works]) }
        #expect(await cluster.coordinator.node.address == works)
        await cluster.close()

        let error = await #expect(throws: ClientError.self) {
            try await Cluster.connect(settings) { _ in .success([refuses]) }
        }
        #expect(
            error?.kind
                == .noNodeReachable([
                    ContactAttempt(place: "cassandra:\(works.port) (\(refuses))", reason: "connection refused")
                ]))
        await server.stop()
    }

    @Test("a host that has no address does not keep the others from being tried")
    func unknownHost() async throws {
        let server = try await TestServer.start(TestCluster(CannedContent()))
        var settings = await server.settings()
        settings.contactPoints.insert(ContactPoint(host: "nowhere", port: 9042), at: 0)
        let works = await server.addresses[0]
        let cluster = try await Cluster.connect(settings) { point in
            point.host == "nowhere"
                ? .failure(SystemError(operation: "look up nowhere", code: -3008)) : .success([works])
        }
        #expect(await cluster.hasCoordinator)
        await cluster.close()
        await server.stop()
    }

    @Test("localhost is looked up by the system")
    func localhost() async throws {
        let server = try await TestServer.start(TestCluster(CannedContent()))
        let port = await server.addresses[0].port
        let cluster = try await Cluster.connect(
            ClusterSettings(contactPoints: [ContactPoint(host: "localhost", port: port)]))
        #expect(await cluster.hasCoordinator)
        await cluster.close()
        await server.stop()
    }

    @Test("a node that is still starting is passed over")
    func bootstrapping() async throws {
        var starting = TestCluster(CannedContent())
        starting.faults = [
            Fault(.opcode(.startup), .answer(.error(ServerError(.isBootstrapping, "Node is bootstrapping"))))
        ]
        let first = try await TestServer.start(starting)
        let second = try await TestServer.start(TestCluster(CannedContent()))
        var settings = await first.settings()
        settings.contactPoints.append(await second.contactPoint())
        let cluster = try await Cluster.connect(settings)
        #expect(await cluster.coordinator.node.address == (await second.addresses[0]))
        await cluster.close()
        await first.stop()
        await second.stop()
    }

    // MARK: The data centre

    @Test("with a data centre named, one of its nodes coordinates, whichever was asked first")
    func localDataCenter() async throws {
        var script = TestCluster(CannedContent(), nodes: 3)
        script.nodes[2].dataCenter = "dc2"
        let server = try await TestServer.start(script, on: [[127, 0, 0, 1], [127, 0, 0, 1], [127, 0, 0, 1]])
        var settings = await server.settings()
        settings.localDataCenter = "dc2"
        let cluster = try await Cluster.connect(settings)
        #expect(await cluster.coordinator.node.id == NodeID(UUID(number: 3)))
        #expect(await server.with { $0.connections.map(\.node) } == [2])
        await cluster.close()
        await server.stop()
    }

    @Test("a data centre without a node is an error that names those that there are")
    func unknownDataCenter() async throws {
        var script = TestCluster(CannedContent(), nodes: 3)
        script.nodes[2].dataCenter = "dc2"
        let server = try await TestServer.start(script, on: [[127, 0, 0, 1], [127, 0, 0, 1], [127, 0, 0, 1]])
        var settings = await server.settings()
        settings.localDataCenter = "dc3"
        let error = await #expect(throws: ClientError.self) { try await Cluster.connect(settings) }
        #expect(error?.kind == .unknownDataCenter("dc3", known: ["dc1", "dc2"]))
        await server.stop()
    }

    @Test("a data centre none of whose nodes answers cannot be connected to")
    func deadDataCenter() async throws {
        var script = TestCluster(CannedContent(), nodes: 2)
        script.nodes[1].dataCenter = "dc2"
        let server = try await TestServer.start(script, on: [[127, 0, 0, 1], [127, 0, 0, 1]])
        await server.stopNode(1)
        var settings = await server.settings()
        settings.localDataCenter = "dc2"
        let error = await #expect(throws: ClientError.self) { try await Cluster.connect(settings) }
        #expect(error?.onlyAttempt == "connection refused")
        await server.stop()
    }
}
