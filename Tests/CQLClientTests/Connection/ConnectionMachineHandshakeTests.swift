import CQLWire
import EventLoop
import Testing

@testable import CQLClient

/// From the connecting of the socket to the first request.
@Suite struct ConnectionMachineHandshakeTests {
    private let start = ContinuousClock.now
    private func at(_ milliseconds: Int) -> ContinuousClock.Instant { start + .milliseconds(milliseconds) }

    private func machine(
        _ credentials: Credentials? = nil, events: [EventType] = [], maximumBodyLength: Int = 1 << 20
    ) -> ConnectionMachine {
        ConnectionMachine(
            credentials: credentials, events: events, connectTimeout: .seconds(5), now: start,
            maximumBodyLength: maximumBodyLength)
    }

    private func connectedMachine(events: [EventType] = []) throws -> ConnectionMachine {
        var machine = machine(events: events)
        _ = machine.start()
        #expect(machine.connected() == [.write(try Request.options.bytes())])
        return machine
    }

    @Test("a whole handshake, with the time for it until it is done")
    func handshake() throws {
        var machine = machine(Credentials(username: "u", password: "p"), events: [.schemaChange])
        #expect(machine.start() == [.setTimer(at(5000))])
        #expect(machine.connected() == [.write(try Request.options.bytes())])
        let startup = Request.startup(["CQL_VERSION": "3.0.0", "DRIVER_NAME": "cqlmig"])
        let supported = ["PROTOCOL_VERSIONS": ["4/v4"]]
        #expect(machine.received(try Response.supported(supported).bytes()) == [.write(try startup.bytes())])
        let token = Request.authResponse([0] + Array("u".utf8) + [0] + Array("p".utf8))
        #expect(machine.received(try Response.authenticate("x").bytes()) == [.write(try token.bytes())])
        #expect(
            machine.received(try Response.authSuccess(nil).bytes())
                == [.write(try Request.register([.schemaChange]).bytes())])
        #expect(
            machine.received(try Response.ready.bytes())
                == [.setTimer(nil), .becomeReady(supported: supported)])
    }

    @Test("answers may come in pieces of any size")
    func pieces() throws {
        var machine = try connectedMachine()
        let bytes = try Response.supported(["PROTOCOL_VERSIONS": ["4/v4"]]).bytes() + Response.ready.bytes()
        var actions: [ConnectionMachine.Action] = []
        for byte in bytes { actions += machine.received([byte]) }
        #expect(actions.count == 3)
        #expect(actions.last == .becomeReady(supported: ["PROTOCOL_VERSIONS": ["4/v4"]]))
    }

    @Test("two answers in one piece are two answers")
    func together() throws {
        var machine = try connectedMachine()
        let actions = machine.received(try Response.supported([:]).bytes() + Response.ready.bytes())
        #expect(actions.count == 3)
        #expect(actions.last == .becomeReady(supported: [:]))
    }

    @Test("a socket that cannot be connected is an unreachable node")
    func unreachable() {
        var machine = machine()
        _ = machine.start()
        let refused = SystemError(operation: "connect", errno: 111)
        #expect(machine.disconnected(refused) == [.setTimer(nil), .close(.unreachable(refused))])
        #expect(machine.disconnected(refused) == [])
    }

    @Test("a node that hangs up during the handshake is a lost connection", arguments: [nil, 104] as [Int32?])
    func hungUp(errno: Int32?) throws {
        var machine = try connectedMachine()
        let error = errno.map { SystemError(operation: "read", errno: $0) }
        #expect(machine.disconnected(error) == [.setTimer(nil), .close(.lost(error))])
    }

    @Test("silence ends the handshake when its time is up, wherever it stands, and not before")
    func silence() throws {
        var connecting = machine()
        _ = connecting.start()
        #expect(connecting.timerFired(now: at(4999)) == [.setTimer(at(5000))])
        #expect(connecting.timerFired(now: at(5000)) == [.close(.silent(after: .seconds(5)))])

        var greeted = try connectedMachine()
        _ = greeted.received(try Response.supported([:]).bytes())
        #expect(greeted.timerFired(now: at(5001)) == [.close(.silent(after: .seconds(5)))])
        #expect(greeted.received(try Response.ready.bytes()) == [])
        #expect(greeted.timerFired(now: at(9000)) == [])
    }

    /// A first answer that ends the handshake.
    struct Refusal: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let bytes: [UInt8]
        let isExpected: @Sendable (ConnectionFailure) -> Bool

        static let text = "Invalid or unsupported protocol version (4); supported versions are (5/v5)"

        /// ERROR 000a with the text above, as a server writes it in its own version and on stream 0.
        static func version(_ header: [UInt8]) -> [UInt8] {
            let body: [UInt8] = [0, 0, 0, 0x0a, 0, UInt8(text.utf8.count)] + Array(text.utf8)
            return header + [0, 0, 0, UInt8(body.count)] + body
        }

        static let all: [Refusal] = [
            Refusal(
                testDescription: "version refused in a header of version 5", bytes: version([0x85, 0, 0, 0, 0]),
                isExpected: { $0 == .unsupportedVersion(offered: text) }),
            Refusal(
                testDescription: "version refused in a header of version 4", bytes: version([0x84, 0, 0, 0, 0]),
                isExpected: { $0 == .unsupportedVersion(offered: text) }),
            Refusal(
                testDescription: "version refused in a header of version 3", bytes: version([0x83, 0, 0, 0, 0]),
                isExpected: { $0 == .unsupportedVersion(offered: text) }),
            Refusal(
                testDescription: "version refused in a header of version 2, which is a byte shorter",
                bytes: version([0x82, 0, 0, 0]), isExpected: { $0 == .unsupportedVersion(offered: text) }),
            Refusal(
                testDescription: "an answer other than ERROR in version 3", bytes: [0x83, 0, 0, 0, 2, 0, 0, 0, 0],
                isExpected: {
                    if case .brokenProtocol(let error) = $0 { error.kind == .unsupported } else { false }
                }),
            Refusal(
                testDescription: "a compressed answer", bytes: [0x84, 1, 0, 0, 2, 0, 0, 0, 0],
                isExpected: {
                    if case .brokenProtocol(let error) = $0 { error.kind == .unsupported } else { false }
                }),
            Refusal(
                testDescription: "HTTP", bytes: Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8),
                isExpected: { if case .brokenProtocol(let error) = $0 { error.kind == .malformed } else { false } }),
            Refusal(
                testDescription: "a TLS alert", bytes: [0x15, 3, 3, 0, 2, 2, 0x28],
                isExpected: { if case .brokenProtocol(let error) = $0 { error.kind == .malformed } else { false } }),
            Refusal(
                testDescription: "a body of 2 GB announced", bytes: [0x84, 0, 0, 0, 6, 0x7f, 0xff, 0xff, 0xff],
                isExpected: { if case .brokenProtocol(let error) = $0 { error.kind == .tooLarge } else { false } }),
            Refusal(
                testDescription: "a body of a negative length", bytes: [0x84, 0, 0, 0, 6, 0xff, 0xff, 0xff, 0xff],
                isExpected: { if case .brokenProtocol(let error) = $0 { error.kind == .malformed } else { false } }),
            Refusal(
                testDescription: "SUPPORTED with a truncated map", bytes: [0x84, 0, 0, 0, 6, 0, 0, 0, 4, 0, 1, 0, 9],
                isExpected: { if case .brokenProtocol(let error) = $0 { error.kind == .truncated } else { false } }),
            Refusal(
                testDescription: "READY with bytes behind it", bytes: [0x84, 0, 0, 0, 2, 0, 0, 0, 1, 7],
                isExpected: { if case .brokenProtocol(let error) = $0 { error.kind == .leftover } else { false } }),
            Refusal(
                testDescription: "a request as an answer", bytes: [0x04, 0, 0, 0, 5, 0, 0, 0, 0],
                isExpected: { if case .brokenProtocol(let error) = $0 { error.kind == .malformed } else { false } }),
        ]
    }

    @Test("what ends the handshake says why", arguments: Refusal.all)
    func refusals(refusal: Refusal) throws {
        var machine = try connectedMachine()
        let actions = machine.received(refusal.bytes)
        #expect(actions.count == 2)
        #expect(actions.first == .setTimer(nil))
        guard case .close(let failure)? = actions.last else {
            Issue.record("\(actions)")
            return
        }
        #expect(refusal.isExpected(failure), "\(failure)")
        #expect(machine.received(refusal.bytes) == [])
        #expect(machine.disconnected(nil) == [])
    }

    @Test("a frame that does not end keeps the machine waiting until the time is up")
    func truncated() throws {
        var machine = try connectedMachine()
        #expect(machine.received([0x84, 0, 0, 0, 6, 0, 0, 1, 0, 0, 0]) == [])
        #expect(machine.timerFired(now: at(5000)) == [.close(.silent(after: .seconds(5)))])
    }

    @Test("an event that overtakes READY is an event")
    func earlyEvent() throws {
        var machine = try connectedMachine(events: [.schemaChange])
        _ = machine.received(try Response.supported([:]).bytes())
        _ = machine.received(try Response.ready.bytes())
        let change = ServerEvent.schemaChange(SchemaChange(.created, .keyspace("k")))
        #expect(machine.received(try Response.event(change).bytes(on: -1)) == [.deliver(change)])
        #expect(
            machine.received(try Response.ready.bytes()) == [.setTimer(nil), .becomeReady(supported: [:])])
    }

    @Test("this side can give up at any time, once")
    func closes() throws {
        var machine = try connectedMachine()
        #expect(machine.close() == [.setTimer(nil), .close(.closed)])
        #expect(machine.close() == [])
    }

    @Test("a request before the handshake is done is not sent")
    func tooEarly() throws {
        var machine = try connectedMachine()
        let id = RequestID(number: 1)
        #expect(
            machine.submit(id, .query("SELECT 1"), timeout: .seconds(1), now: start) == [.fail(id, .notSent(.closed))])
    }
}
