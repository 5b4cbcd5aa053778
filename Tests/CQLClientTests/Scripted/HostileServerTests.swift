import CQLWire
import ScriptedServer
import Testing

@testable import CQLClient

/// `Cluster.connect` against servers that are broken or not Cassandra at all.
@Suite(.virtualTime) struct HostileServerTests {
    /// What a server does that nobody can work with.
    struct Hostility: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let fault: Fault
        /// The beginning of the reason that the user is given.
        let reason: String
        private static let noProtocol = "what it sent is not the CQL native protocol: "

        static let all = [
            Hostility(
                testDescription: "garbage", fault: Fault(.any, .bytes(Array("SSH-2.0-OpenSSH_9.2p1\r\n".utf8))),
                reason: noProtocol + "the version of the frame header needs the version of a response"),
            Hostility(
                testDescription: "silence after accept", fault: Fault(.any, .silence),
                reason: "it took the connection, then stayed silent for 5.0 seconds"),
            Hostility(
                testDescription: "silence after STARTUP", fault: Fault(.opcode(.startup), .silence),
                reason: "it took the connection, then stayed silent for 5.0 seconds"),
            Hostility(
                testDescription: "silence after REGISTER", fault: Fault(.opcode(.register), .silence),
                reason: "it took the connection, then stayed silent for 5.0 seconds"),
            Hostility(
                testDescription: "half a frame, then silence",
                fault: Fault(.opcode(.startup), .bytes([0x84, 0, 0, 0, 2, 0, 0])),
                reason: "it took the connection, then stayed silent for 5.0 seconds"),
            Hostility(
                testDescription: "200 MB announced, 3 bytes sent",
                fault: Fault(.opcode(.options), .bytes([0x84, 0, 0, 0, 6, 0x0c, 0, 0, 0, 1, 2, 3])),
                reason: "it took the connection, then stayed silent for 5.0 seconds"),
            Hostility(
                testDescription: "2 GB announced",
                fault: Fault(.opcode(.options), .bytes([0x84, 0, 0, 0, 6, 0x7f, 0xff, 0xff, 0xff])),
                reason: noProtocol + "SUPPORTED frame on stream 0: the body length of the frame header needs "
                    + "a length from 0 to 268435456, but has 2147483647."),
            Hostility(
                testDescription: "half a frame, then the end",
                fault: Fault(.opcode(.startup), .bytesAndClose([0x84, 0, 0, 0, 2, 0, 0])),
                reason: "the node closed the connection"),
            Hostility(
                testDescription: "the end at once", fault: Fault(.opcode(.options), .close),
                reason: "the node closed the connection"),
            Hostility(
                testDescription: "the end after STARTUP", fault: Fault(.opcode(.startup), .close),
                reason: "the node closed the connection"),
            Hostility(
                testDescription: "an answer that does not fit",
                fault: Fault(.opcode(.startup), .answer(.result(.void))),
                reason: noProtocol + "the answer during the handshake needs another message, but has RESULT."),
            Hostility(
                testDescription: "version 5 only, by its list",
                fault: Fault(
                    .opcode(.options), .answer(.supported(["PROTOCOL_VERSIONS": ["5/v5", "6/v6-beta"]]))),
                reason: "it does not speak version 4 of the CQL native protocol (it offers 5/v5, 6/v6-beta)"),
            Hostility(
                testDescription: "version 5 only, by its refusal on stream 0",
                fault: Fault(
                    .opcode(.options),
                    .bytesAndClose(
                        [0x85, 0, 0, 0, 0, 0, 0, 0, 42, 0, 0, 0, 0x0a, 0, 36]
                            + Array("Invalid or unsupported protocol vers".utf8))),
                reason: "it refused the connection: Invalid or unsupported protocol vers"),
        ]
    }

    @Test("a server that cannot be worked with is an error that says why", arguments: Hostility.all)
    func hostile(hostility: Hostility) async throws {
        var script = TestCluster(CannedContent())
        script.faults = [hostility.fault]
        let server = try await TestServer.start(script)
        let settings = await server.settings(connectTimeout: .seconds(5))
        let error = await #expect(throws: ClientError.self) { try await Cluster.connect(settings) }
        let reason = try #require(error?.onlyAttempt, "\(String(describing: error))")
        #expect(reason.hasPrefix(hostility.reason), "\(reason)")
        #expect(error?.outcome == .notSent)
        await server.stop()
    }

    @Test("a version that is refused in words is called that")
    func refusedVersion() async throws {
        var script = TestCluster(CannedContent())
        let text = "Invalid or unsupported protocol version (4); supported versions are (5/v5)"
        let refusal = try ResponseEnvelope(.error(ServerError(.protocolError, text))).frame(stream: 0, version: .v5)
        script.faults = [Fault(.opcode(.options), .bytesAndClose(refusal.bytes))]
        let server = try await TestServer.start(script)
        let error = await #expect(throws: ClientError.self) { try await Cluster.connect(await server.settings()) }
        #expect(error?.onlyAttempt == "it does not speak version 4 of the CQL native protocol (\(text))")
        await server.stop()
    }

    /// What a node says of itself that makes no sense.
    struct Nonsense: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let fault: Fault
        let reason: String

        static let all = [
            Nonsense(
                testDescription: "no row in system.local",
                fault: Fault(.statement("system.local"), .answer(.result(.void))),
                reason: "the answer cannot be understood: system.local needs one row, but has none."),
            Nonsense(
                testDescription: "READY to a query", fault: Fault(.statement("system.local"), .answer(.ready)),
                reason: "the answer cannot be understood: the answer during QUERY needs another message"),
            Nonsense(
                testDescription: "an error to a query",
                fault: Fault(.statement("system.local"), .answer(.error(ServerError(.serverError, "boom")))),
                reason: "boom"),
            Nonsense(
                testDescription: "a body that cannot be read",
                fault: Fault(
                    .statement("system.local"), .bytes([0x84, 0, 0, 0, 8, 0, 0, 0, 4, 0, 0, 0, 9])),
                reason: "what it sent is not the CQL native protocol"),
            Nonsense(
                testDescription: "an answer on another stream",
                fault: Fault(
                    .statement("system.local"), .bytes([0x84, 0, 0, 9, 8, 0, 0, 0, 4, 0, 0, 0, 1])),
                reason: "what it sent is not the CQL native protocol: the stream of an answer needs a stream with"),
        ]
    }

    @Test("a node whose system tables make no sense is none that could coordinate", arguments: Nonsense.all)
    func nonsense(nonsense: Nonsense) async throws {
        var script = TestCluster(CannedContent())
        script.faults = [nonsense.fault]
        let server = try await TestServer.start(script)
        let error = await #expect(throws: ClientError.self) { try await Cluster.connect(await server.settings()) }
        let reason = try #require(error?.onlyAttempt, "\(String(describing: error))")
        #expect(reason.hasPrefix(nonsense.reason), "\(reason)")
        await server.waitUntil { $0.connections.isEmpty }
        await server.stop()
    }

    @Test("a node that does not tell its release is none that could coordinate")
    func unknownRelease() async throws {
        var script = TestCluster(CannedContent())
        script.nodes[0].release = "trunk"
        let server = try await TestServer.start(script)
        let error = await #expect(throws: ClientError.self) { try await Cluster.connect(await server.settings()) }
        #expect(error?.onlyAttempt?.contains("release_version of system.local") == true)
        await server.waitUntil { $0.connections.isEmpty }
        await server.stop()
    }

    @Test("a node that falls silent after the handshake is given up after the time for a request")
    func silentTables() async throws {
        var script = TestCluster(CannedContent())
        script.faults = [Fault(.opcode(.query), .silence)]
        let server = try await TestServer.start(script)
        let settings = await server.settings(requestTimeout: .seconds(10))
        let error = await #expect(throws: ClientError.self) { try await Cluster.connect(settings) }
        #expect(error?.onlyAttempt == "no answer within 10.0 seconds")
        await server.waitUntil { $0.connections.isEmpty }
        await server.stop()
    }

    @Test("peers that come in pages without an end are an error")
    func endlessPeers() async throws {
        var script = TestCluster(CannedContent())
        var page = AnswerTable([("peer", .inet), ("host_id", .uuid), ("schema_version", .uuid)])
        page.pagingState = [1]
        script.faults = [Fault(.statement("peers_v2"), .answer(try page.response()))]
        let server = try await TestServer.start(script)
        let error = await #expect(throws: ClientError.self) { try await Cluster.connect(await server.settings()) }
        #expect(error?.onlyAttempt?.contains("the paging state") == true)
        await server.stop()
    }
}
