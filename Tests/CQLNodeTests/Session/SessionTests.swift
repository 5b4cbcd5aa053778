import CQLSyntax
import CQLWire
import FoundationEssentials
import Testing

@testable import CQLNode

@Suite struct SessionTests {
    // MARK: Versions

    struct Version: CustomTestStringConvertible {
        let release: CassandraRelease
        let asked: UInt8
        let stream: Int16
        let answered: UInt8
        var testDescription: String { "\(release.rawValue) v\(asked)" }
    }

    /// As real nodes answer, asked on stream 7.
    static let versions = [
        Version(release: .v311, asked: 1, stream: 0, answered: 0x81),
        Version(release: .v311, asked: 66, stream: 0, answered: 0x84),
        Version(release: .v41, asked: 5, stream: 0, answered: 0x84),
        Version(release: .v50, asked: 2, stream: 0, answered: 0x82),
        Version(release: .v50, asked: 5, stream: 7, answered: 0x84),
        Version(release: .v60, asked: 66, stream: 7, answered: 0x84),
    ]

    @Test("a version that is not spoken is refused as the release does it", arguments: versions)
    func version(_ version: Version) throws {
        var cluster = TestCluster(release: version.release)
        let client = cluster.connectBare()
        cluster.send([version.asked, 0, 0, 7, 5, 0, 0, 0, 0], on: client)
        let frame = try #require(cluster.frames(on: client).first)
        #expect(frame.header.stream == version.stream)
        #expect(frame.bytes[0] == version.answered)
        let words =
            "Invalid or unsupported protocol version (\(version.asked)); supported versions are (4/v4)"
        #expect(try ResponseEnvelope(frame).message == TestCluster.refused(.protocolError, words))
        #expect(cluster.ended[client] == "closed")
    }

    @Test("what is no CQL at all is answered with a protocol error and an end")
    func garbage() throws {
        for text in ["GET / HTTP/1.1\r\n\r\n", "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\u{0}\u{1}\u{fc}\u{3}"] {
            var cluster = TestCluster()
            let client = cluster.connectBare()
            cluster.send(Array(text.utf8), on: client)
            guard case .error(let error) = try cluster.answer(on: client) else {
                Issue.record("there is no error")
                return
            }
            #expect(error.code == .protocolError)
            #expect(cluster.ended[client] == "closed")
        }
    }

    @Test("unknown and misplaced opcodes are refused in the server's words")
    func opcodes() throws {
        let cases: [([UInt8], String)] = [
            ([4, 0, 0, 1, 0x55, 0, 0, 0, 0], "Unknown opcode 85"),
            (
                [0x84, 0, 0, 1, 5, 0, 0, 0, 0],
                "Wrong protocol direction (expected REQUEST, got RESPONSE) for opcode 5 (OPTIONS)"
            ),
            (
                [4, 0, 0, 1, 8, 0, 0, 0, 0],
                "Wrong protocol direction (expected RESPONSE, got REQUEST) for opcode 8 (RESULT)"
            ),
        ]
        for (bytes, words) in cases {
            var cluster = TestCluster()
            let client = cluster.connectBare()
            cluster.send(bytes, on: client)
            #expect(try cluster.answer(on: client) == TestCluster.refused(.protocolError, words))
        }
    }

    @Test("a frame that is too long is refused when its bytes have passed, and kept nowhere")
    func tooLong() throws {
        var cluster = TestCluster()
        let client = try cluster.connect()
        cluster.send([4, 0, 0, 9, 7, 1, 0x10, 0, 0], on: client)
        let chunk = [UInt8](repeating: 120, count: 1 << 20)
        for _ in 0..<16 { cluster.send(chunk, on: client) }
        #expect(try cluster.answers(on: client).isEmpty)
        #expect(cluster.machine.clients[client]?.session.pendingByteCount == 0)
        cluster.send(chunk, on: client)
        let answers = try cluster.answers(on: client)
        #expect(answers.map(\.stream) == [9])
        #expect(
            answers.first?.message
                == TestCluster.refused(
                    .invalid, "Request is too big: length 17825801 exceeds maximum allowed length 16777216."))
        try cluster.query("SELECT 1", on: client)
        #expect(try cluster.answer(on: client) == TestCluster.text("- SELECT 1"))
    }

    @Test("requests are read byte by byte as well as many at once")
    func pieces() throws {
        var cluster = TestCluster()
        let client = try cluster.connect()
        var bytes: [UInt8] = []
        for stream in 1...3 {
            bytes += try RequestEnvelope(.query("SELECT \(stream)", QueryParameters(consistency: .one)))
                .frame(stream: Int16(stream)).bytes
        }
        cluster.send(bytes, on: client)
        #expect(try cluster.answers(on: client).map(\.stream) == [1, 2, 3])
        for byte in bytes { cluster.send([byte], on: client) }
        #expect(try cluster.answers(on: client).map(\.stream) == [1, 2, 3])
    }

    // MARK: Handshake

    @Test("OPTIONS is answered before STARTUP and after it")
    func options() throws {
        var cluster = TestCluster()
        let client = cluster.connectBare()
        let supported = Response.supported([
            "CQL_VERSION": ["3.4.7"], "COMPRESSION": [], "PROTOCOL_VERSIONS": ["4/v4"],
        ])
        try cluster.send(.options, on: client)
        #expect(try cluster.answer(on: client) == supported)
        try cluster.send(.startup(["cql_version": "3.4.7"]), on: client)
        #expect(try cluster.answer(on: client) == .ready)
        try cluster.send(.options, on: client)
        #expect(try cluster.answer(on: client) == supported)
    }

    struct Startup: CustomTestStringConvertible {
        let options: [String: String]
        let words: String?
        var testDescription: String { "\(options)" }
    }

    static let startups = [
        Startup(options: [:], words: "Missing value CQL_VERSION in STARTUP message"),
        Startup(options: ["CQL_VERSION": "abc"], words: "Invalid version value: abc"),
        Startup(
            options: ["CQL_VERSION": "2.0.0"],
            words: "CQL version 2.0.0 is not supported by the binary protocol (supported version are >= 3.0.0)"),
        Startup(options: ["CQL_VERSION": "9.0.0"], words: nil),
        Startup(
            options: ["CQL_VERSION": "3.0.0", "COMPRESSION": "LZ4"], words: "Unknown compression algorithm: lz4"),
    ]

    @Test("STARTUP is judged as the server does", arguments: startups)
    func startup(_ startup: Startup) throws {
        var cluster = TestCluster()
        let client = cluster.connectBare()
        try cluster.send(.startup(startup.options), on: client)
        let answer = try cluster.answer(on: client)
        #expect(answer == startup.words.map { TestCluster.refused(.protocolError, $0) } ?? .ready)
    }

    @Test("what comes before STARTUP is refused, on the stream that the release takes")
    func early() throws {
        for (release, stream, ends) in [(CassandraRelease.v311, Int16(1), false), (.v41, 0, false), (.v50, 1, true)] {
            var cluster = TestCluster(release: release)
            let client = cluster.connectBare()
            try cluster.query("SELECT 1", on: client)
            let answer = try #require(try cluster.answers(on: client).first)
            #expect(answer.stream == stream)
            #expect(
                answer.message
                    == TestCluster.refused(
                        .protocolError, "Unexpected message QUERY, expecting STARTUP or OPTIONS"))
            #expect((cluster.ended[client] != nil) == ends)
        }
    }

    @Test("a second STARTUP is refused, and the connection stays")
    func secondStartup() throws {
        var cluster = TestCluster()
        let client = try cluster.connect()
        try cluster.send(.startup(["CQL_VERSION": "3.0.0"]), on: client)
        #expect(
            try cluster.answer(on: client)
                == TestCluster.refused(
                    .protocolError, "Unexpected message STARTUP, the connection is already initialized"))
        try cluster.query("SELECT 1", on: client)
        #expect(try cluster.answer(on: client) == TestCluster.text("- SELECT 1"))
    }

    // MARK: Login

    private static let token = Array("\0anna\0secret".utf8)

    private func withLogin() -> TestCluster {
        TestCluster { $0.login = Login(passwords: ["anna": "secret"]) }
    }

    @Test("the right password opens the connection, wrong ones can be followed by it")
    func login() throws {
        var cluster = withLogin()
        let client = cluster.connectBare()
        try cluster.send(.startup(["CQL_VERSION": "3.0.0"]), on: client)
        #expect(
            try cluster.answer(on: client) == .authenticate("org.apache.cassandra.auth.PasswordAuthenticator"))
        try cluster.query("SELECT 1", on: client)
        #expect(
            try cluster.answer(on: client)
                == TestCluster.refused(.protocolError, "Unexpected message QUERY, expecting SASL_RESPONSE"))
        let wrong: [([UInt8]?, String)] = [
            (Array("\0anna\0wrong".utf8), "Provided username anna and/or password are incorrect"),
            (Array("\0berta\0secret".utf8), "Provided username berta and/or password are incorrect"),
            (Array("\0anna\0".utf8), "Password must not be null"),
            (Array("\0\0secret".utf8), "Authentication ID must not be null"),
            (nil, "Password must not be null"),
            (
                Array("\0anna\0a\0b".utf8),
                #"Credential format error: username or password is empty or contains NUL(\0) character"#
            ),
        ]
        for (token, words) in wrong {
            try cluster.send(.authResponse(token), on: client)
            #expect(try cluster.answer(on: client) == TestCluster.refused(.badCredentials, words))
        }
        try cluster.send(.authResponse(Self.token), on: client)
        #expect(try cluster.answer(on: client) == .authSuccess(nil))
        try cluster.query("SELECT 1", on: client)
        #expect(try cluster.answer(on: client) == TestCluster.text("- SELECT 1"))
    }

    // MARK: Requests

    @Test("a keyspace is in use on its connection alone")
    func keyspace() throws {
        var cluster = TestCluster()
        let first = try cluster.connect()
        let second = try cluster.connect()
        try cluster.query("USE k", on: first)
        #expect(try cluster.answer(on: first) == .result(.setKeyspace("k")))
        try cluster.query("SELECT 1", on: first)
        try cluster.query("SELECT 1", on: second)
        #expect(try cluster.answer(on: first) == TestCluster.text("k SELECT 1"))
        #expect(try cluster.answer(on: second) == TestCluster.text("- SELECT 1"))
    }

    struct BadBody: CustomTestStringConvertible {
        let what: String
        let opcode: UInt8
        let body: [UInt8]
        let words: String
        var testDescription: String { what }
    }

    static let badBodies = [
        BadBody(
            what: "a query text that ends too early", opcode: 7, body: [0, 0, 0, 0x50, 97],
            words: "Not enough bytes to read an UTF8 serialized string preceded by its 4 bytes length"),
        BadBody(
            what: "an unknown event", opcode: 0x0b, body: [0, 1, 0, 3, 70, 79, 79],
            words: "Invalid value 'FOO' for Type"),
        BadBody(
            what: "an unknown consistency", opcode: 7, body: [0, 0, 0, 1, 120, 0, 99, 0],
            words: "Unknown code 99 for a consistency level"),
        BadBody(
            what: "an unknown batch", opcode: 0x0d, body: [7, 0, 0, 0, 1, 0], words: "Invalid BATCH message type 7"),
        BadBody(
            what: "a page without rows", opcode: 7, body: [0, 0, 0, 1, 120, 0, 1, 4, 0, 0, 0, 0],
            words: "The page size cannot be 0"),
        BadBody(
            what: "the least timestamp", opcode: 7, body: [0, 0, 0, 1, 120, 0, 1, 0x20, 0x80, 0, 0, 0, 0, 0, 0, 0],
            words: "Out of bound timestamp, must be in [-9223372036854775807, 9223372036854775807] "
                + "(got -9223372036854775808)"),
    ]

    @Test("a body that cannot be read is refused, and the connection stays", arguments: badBodies)
    func badBody(_ bad: BadBody) throws {
        var cluster = TestCluster()
        let client = try cluster.connect()
        cluster.send([4, 0, 0, 3, bad.opcode, 0, 0, 0, UInt8(bad.body.count)] + bad.body, on: client)
        let answer = try #require(try cluster.answers(on: client).first)
        #expect(answer.stream == 3)
        #expect(answer.message == TestCluster.refused(.protocolError, bad.words))
        try cluster.query("SELECT 1", on: client)
        #expect(try cluster.answer(on: client) == TestCluster.text("- SELECT 1"))
    }

    @Test("bytes behind the end of a message do not matter")
    func trailingBytes() throws {
        var cluster = TestCluster()
        let client = try cluster.connect()
        var frame = try RequestEnvelope(.query("SELECT 1", QueryParameters(consistency: .one))).frame(stream: 1)
        frame.body += [1, 2, 3]
        frame.header.bodyLength += 3
        cluster.send(frame.bytes, on: client)
        #expect(try cluster.answer(on: client) == TestCluster.text("- SELECT 1"))
    }

    @Test("a refused statement is answered on its stream")
    func refusal() throws {
        var cluster = TestCluster()
        let client = try cluster.connect()
        try cluster.query("FAIL no such table", on: client, stream: -3)
        let answers = try cluster.answers(on: client)
        #expect(answers.map(\.stream) == [-3])
        #expect(answers.first?.message == TestCluster.refused(.invalid, "no such table"))
    }

    @Test("a traced request has the id of its trace, which is a UUID of version 1")
    func tracing() throws {
        var cluster = TestCluster()
        let client = try cluster.connect()
        try cluster.send(.query("SELECT 1", QueryParameters(consistency: .one)), on: client, tracing: true)
        let envelope = try ResponseEnvelope(try #require(cluster.frames(on: client).first))
        let id = try #require(envelope.tracingID)
        #expect(id.uuid.6 >> 4 == 1)
        #expect(cluster.machine.traces.sessions.map(\.id) == [id])
    }

    @Test("a prepared statement runs in the keyspace in which it was prepared")
    func prepared() throws {
        var cluster = TestCluster()
        let client = try cluster.connect()
        try cluster.query("USE k", on: client)
        try cluster.send(.prepare("SELECT 1"), on: client)
        guard case .result(.prepared(let prepared)) = try cluster.answers(on: client).last?.message else {
            Issue.record("the statement is not prepared")
            return
        }
        #expect(prepared.id.count == 16)
        #expect(prepared.result.columns == [EchoExecutor.column])
        try cluster.query("USE other", on: client)
        _ = try cluster.answers(on: client)
        let parameters = QueryParameters(consistency: .one, skipMetadata: true)
        try cluster.send(.execute(id: prepared.id, parameters), on: client)
        guard case .result(.rows(let rows)) = try cluster.answer(on: client) else {
            Issue.record("there are no rows")
            return
        }
        #expect(rows.metadata.columns == nil)
        #expect(cluster.machine.executor.ran.last == "1 SELECT 1")

        try cluster.send(
            .batch(Batch(.logged, [.init(.prepared(prepared.id)), .init(.cql("x"))], consistency: .one)), on: client)
        #expect(try cluster.answer(on: client) == .result(.void))
        #expect(cluster.machine.executor.ran.suffix(2) == ["1 SELECT 1", "1 x"])

        cluster.machine.forgetPreparedStatements(of: 1)
        try cluster.send(.execute(id: prepared.id, parameters), on: client)
        guard case .error(let error) = try cluster.answer(on: client) else {
            Issue.record("there is no error")
            return
        }
        #expect(error.details == .unprepared(id: prepared.id))
        #expect(error.message.hasPrefix("Prepared query with ID "))
    }

    @Test("an id is that of the text in its keyspace, on every node")
    func identifiers() throws {
        var ids: [[UInt8]] = []
        for (node, keyspace, text) in [
            (1, "a", "SELECT 1"), (2, "a", "SELECT 1"), (1, "b", "SELECT 1"), (1, "a", "SELECT 2"),
        ] {
            var cluster = TestCluster(nodes: 2)
            let client = try cluster.connect(to: node)
            try cluster.query("USE \(keyspace)", on: client)
            try cluster.send(.prepare(text), on: client)
            guard case .result(.prepared(let prepared)) = try cluster.answers(on: client).last?.message else {
                continue
            }
            ids.append(prepared.id)
        }
        #expect(ids.count == 4)
        #expect(ids[0] == ids[1])
        #expect(Set(ids).count == 3)
    }
}
