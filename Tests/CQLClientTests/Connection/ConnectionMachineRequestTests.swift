import CQLWire
import EventLoop
import Testing

@testable import CQLClient

/// Requests on a connection that is ready.
@Suite struct ConnectionMachineRequestTests {
    private let start = ContinuousClock.now
    private func at(_ milliseconds: Int) -> ContinuousClock.Instant { start + .milliseconds(milliseconds) }
    private func id(_ number: UInt64) -> RequestID { RequestID(number: number) }

    private func readyMachine() throws -> ConnectionMachine {
        var machine = ConnectionMachine(
            credentials: nil, events: [], connectTimeout: .seconds(5), now: start, maximumBodyLength: 1 << 20)
        _ = machine.start()
        _ = machine.connected()
        let actions = machine.received(try Response.supported([:]).bytes() + Response.ready.bytes())
        try #require(actions.last == .becomeReady(supported: [:]))
        return machine
    }

    /// Submits a query at a time, with a timeout, in milliseconds.
    private func submit(
        _ number: UInt64, to machine: inout ConnectionMachine, at time: Int = 0, timeout: Int = 1000
    ) -> [ConnectionMachine.Action] {
        machine.submit(id(number), .query("SELECT \(number)"), timeout: .milliseconds(timeout), now: at(time))
    }

    private func void(on stream: Int16) throws -> [UInt8] { try Response.result(.void).bytes(on: stream) }

    @Test("a request goes out on its stream and sets the timer; its answer comes to it with its warnings")
    func answered() throws {
        var machine = try readyMachine()
        #expect(
            submit(1, to: &machine)
                == [.write(try Request.query("SELECT 1").bytes(on: 0)), .setTimer(at(1000))])
        let envelope = ResponseEnvelope(.result(.void), warnings: ["slow"])
        #expect(machine.received(try envelope.frame(stream: 0).bytes) == [.succeed(id(1), envelope)])
    }

    @Test("answers in any order come to their own requests")
    func outOfOrder() throws {
        var machine = try readyMachine()
        for number in 1...3 as ClosedRange<UInt64> { _ = submit(number, to: &machine) }
        let answers = [2, 0, 1] as [Int16]
        let bytes = try answers.flatMap { try Response.result(.setKeyspace("k\($0)")).bytes(on: $0) }
        #expect(
            machine.received(bytes) == [
                .succeed(id(3), ResponseEnvelope(.result(.setKeyspace("k2")))),
                .succeed(id(1), ResponseEnvelope(.result(.setKeyspace("k0")))),
                .succeed(id(2), ResponseEnvelope(.result(.setKeyspace("k1")))),
            ])
    }

    @Test("an error of the server is an answer")
    func serverError() throws {
        var machine = try readyMachine()
        _ = submit(1, to: &machine)
        let error = ServerError(.syntaxError, "line 1:0 no viable alternative at input 'SELEC'")
        #expect(
            machine.received(try Response.error(error).bytes(on: 0))
                == [.succeed(id(1), ResponseEnvelope(.error(error)))])
    }

    @Test("a request fails when its time is up, and its late answer is nobody's")
    func timesOut() throws {
        var machine = try readyMachine()
        _ = submit(1, to: &machine, timeout: 1000)
        #expect(machine.timerFired(now: at(1000)) == [.fail(id(1), .timedOut(after: .milliseconds(1000)))])
        #expect(
            submit(2, to: &machine, at: 1500)
                == [.write(try Request.query("SELECT 2").bytes(on: 1)), .setTimer(at(2500))])
        #expect(machine.received(try void(on: 0)) == [])
        #expect(machine.received(try void(on: 1)) == [.succeed(id(2), ResponseEnvelope(.result(.void)))])
    }

    @Test("the stream of a request that timed out is given to nobody, though the streams go round")
    func reservedStream() throws {
        var machine = try readyMachine()
        _ = submit(1, to: &machine, timeout: 10)
        _ = machine.timerFired(now: at(10))
        var streams: Set<Int16> = []
        for number in 2...40_000 as ClosedRange<UInt64> {
            guard case .write(let bytes)? = submit(number, to: &machine, at: 20).first else {
                Issue.record("request \(number) was not written")
                return
            }
            let stream = Int16(bitPattern: UInt16(bytes[2]) << 8 | UInt16(bytes[3]))
            streams.insert(stream)
            #expect(
                machine.received(try void(on: stream)).first == .succeed(id(number), ResponseEnvelope(.result(.void))))
        }
        #expect(streams.count == 32_767)
        #expect(!streams.contains(0))
    }

    @Test("the timer is set for the earliest deadline only, and set anew when it fires for nothing")
    func timer() throws {
        var machine = try readyMachine()
        #expect(submit(1, to: &machine, timeout: 1000).last == .setTimer(at(1000)))
        #expect(submit(2, to: &machine, timeout: 3000).count == 1)
        #expect(submit(3, to: &machine, timeout: 500).last == .setTimer(at(500)))
        #expect(machine.received(try void(on: 2)).count == 1)
        #expect(machine.timerFired(now: at(500)) == [.setTimer(at(1000))])
        #expect(
            machine.timerFired(now: at(1000))
                == [.fail(id(1), .timedOut(after: .milliseconds(1000))), .setTimer(at(3000))])
        #expect(machine.received(try void(on: 1)).count == 1)
        #expect(machine.timerFired(now: at(3000)) == [])
        #expect(submit(4, to: &machine, at: 4000, timeout: 1).last == .setTimer(at(4001)))
    }

    @Test("several requests time out at once, the earliest first")
    func timeOutTogether() throws {
        var machine = try readyMachine()
        _ = submit(1, to: &machine, timeout: 300)
        _ = submit(2, to: &machine, timeout: 200)
        _ = submit(3, to: &machine, timeout: 900)
        #expect(
            machine.timerFired(now: at(400)) == [
                .fail(id(2), .timedOut(after: .milliseconds(200))),
                .fail(id(1), .timedOut(after: .milliseconds(300))),
                .setTimer(at(900)),
            ])
    }

    @Test("a request that is cancelled fails at once, and its answer is nobody's")
    func cancelled() throws {
        var machine = try readyMachine()
        _ = submit(1, to: &machine)
        #expect(machine.cancel(id(1)) == [.fail(id(1), .cancelled)])
        #expect(machine.cancel(id(1)) == [])
        #expect(machine.received(try void(on: 0)) == [])
        #expect(machine.timerFired(now: at(1000)) == [])
    }

    @Test("what is answered or was never sent cannot be cancelled")
    func cancelledTooLate() throws {
        var machine = try readyMachine()
        _ = submit(1, to: &machine)
        _ = machine.received(try void(on: 0))
        #expect(machine.cancel(id(1)) == [])
        #expect(machine.cancel(id(7)) == [])
    }

    @Test("with all 32,768 streams taken a request is refused, and the connection goes on")
    func tooManyRequests() throws {
        var machine = try readyMachine()
        for number in 0..<32_768 as Range<UInt64> { _ = submit(number, to: &machine) }
        #expect(submit(32_768, to: &machine) == [.fail(id(32_768), .tooManyRequests)])
        #expect(machine.received(try void(on: 5)) == [.succeed(id(5), ResponseEnvelope(.result(.void)))])
        #expect(submit(32_769, to: &machine) == [.write(try Request.query("SELECT 32769").bytes(on: 5))])
    }

    @Test("a node that owes 1,024 answers is given up, and what waits is lost with it")
    func owesTooMuch() throws {
        var machine = try readyMachine()
        for number in 0..<1025 as Range<UInt64> { _ = submit(number, to: &machine) }
        for number in 0..<1023 as Range<UInt64> {
            #expect(machine.cancel(id(number)) == [.fail(id(number), .cancelled)])
        }
        #expect(
            machine.cancel(id(1023)) == [
                .fail(id(1023), .cancelled), .fail(id(1024), .lost(.unanswered(count: 1024))), .setTimer(nil),
                .close(.unanswered(count: 1024)),
            ])
    }

    @Test("an answer on a stream without a request ends the connection")
    func unknownStream() throws {
        var machine = try readyMachine()
        _ = submit(1, to: &machine)
        let error = WireError(
            .malformed, field: "the stream of an answer", needed: "a stream with a request", had: "9")
        #expect(
            machine.received(try void(on: 9)) == [
                .fail(id(1), .lost(.brokenProtocol(error))), .setTimer(nil), .close(.brokenProtocol(error)),
            ])
    }

    @Test("an answer that comes twice ends the connection")
    func answeredTwice() throws {
        var machine = try readyMachine()
        _ = submit(1, to: &machine)
        let actions = machine.received(try void(on: 0) + void(on: 0))
        #expect(actions.first == .succeed(id(1), ResponseEnvelope(.result(.void))))
        guard case .close(.brokenProtocol)? = actions.last else {
            Issue.record("\(actions)")
            return
        }
    }

    @Test("events are delivered, between answers and without requests")
    func events() throws {
        var machine = try readyMachine()
        let up = ServerEvent.statusChange(
            .up, InetEndpoint(address: try #require(InetAddress("10.0.0.1")), port: 9042))
        #expect(machine.received(try Response.event(up).bytes(on: -1)) == [.deliver(up)])
        _ = submit(1, to: &machine)
        #expect(
            machine.received(try Response.event(up).bytes(on: -1) + void(on: 0))
                == [.deliver(up), .succeed(id(1), ResponseEnvelope(.result(.void)))])
    }

    @Test("an event that cannot be read ends the connection")
    func brokenEvent() throws {
        var machine = try readyMachine()
        let actions = machine.received([0x84, 0, 0xff, 0xff, 0x0c, 0, 0, 0, 3, 0, 9, 0x41])
        guard case .close(.brokenProtocol(let error))? = actions.last else {
            Issue.record("\(actions)")
            return
        }
        #expect(error.kind == .truncated)
        #expect(error.opcode == .event)
    }

    @Test("a body that cannot be read fails its request and every other, and ends the connection")
    func undecodable() throws {
        var machine = try readyMachine()
        _ = submit(1, to: &machine)
        _ = submit(2, to: &machine)
        let actions = machine.received([0x84, 0, 0, 1, 0x08, 0, 0, 0, 4, 0, 0, 0, 9])
        guard case .close(let failure)? = actions.last, case .brokenProtocol(let error) = failure else {
            Issue.record("\(actions)")
            return
        }
        #expect(error.stream == 1 && error.opcode == .result)
        #expect(
            actions == [
                .fail(id(2), .lost(failure)), .fail(id(1), .lost(failure)), .setTimer(nil), .close(failure),
            ])
    }

    @Test(
        "garbage, and lengths that nobody sends, end the connection",
        arguments: [
            Array("+OK Dovecot ready.\r\n".utf8), [0x84, 0, 0, 0, 8, 0x7f, 0xff, 0xff, 0xff],
            [0x84, 0, 0, 0, 8, 0x80, 0, 0, 0], [0x84, 0, 0, 0, 8, 0, 0x10, 0, 1],
        ])
    func garbage(bytes: [UInt8]) throws {
        var machine = try readyMachine()
        _ = submit(1, to: &machine)
        let actions = machine.received(bytes)
        guard case .close(let failure)? = actions.last, case .brokenProtocol = failure else {
            Issue.record("\(actions)")
            return
        }
        #expect(actions == [.fail(id(1), .lost(failure)), .setTimer(nil), .close(failure)])
    }

    @Test("a frame that does not end lets its request time out; when it ends after all it is too late")
    func truncatedFrame() throws {
        var machine = try readyMachine()
        _ = submit(1, to: &machine)
        let bytes = try Response.result(.setKeyspace("k")).bytes(on: 0)
        #expect(machine.received(Array(bytes.dropLast())) == [])
        #expect(machine.timerFired(now: at(1000)) == [.fail(id(1), .timedOut(after: .seconds(1)))])
        #expect(machine.received([bytes[bytes.count - 1]]) == [])
    }

    @Test("when the connection is lost, what was sent is lost, and what comes after it is not sent")
    func lost() throws {
        var machine = try readyMachine()
        _ = submit(2, to: &machine)
        _ = submit(1, to: &machine)
        let reset = SystemError(operation: "read", errno: 104)
        #expect(
            machine.disconnected(reset) == [
                .fail(id(1), .lost(.lost(reset))), .fail(id(2), .lost(.lost(reset))), .setTimer(nil),
                .close(.lost(reset)),
            ])
        #expect(submit(3, to: &machine) == [.fail(id(3), .notSent(.lost(reset)))])
        #expect(machine.cancel(id(1)) == [])
    }

    @Test("a request that the protocol cannot express fails alone and frees its stream")
    func unwritable() throws {
        var machine = try readyMachine()
        let values = Array(repeating: BoundValue.null, count: 65_536)
        let request = Request.query("x", QueryParameters(consistency: .one, values: .positional(values)))
        let actions = machine.submit(id(1), request, timeout: .seconds(1), now: start)
        guard case .fail(id(1), .unwritable(let error))? = actions.first else {
            Issue.record("\(actions)")
            return
        }
        #expect(actions.count == 1)
        #expect(error.kind == .unencodable)
        #expect(submit(2, to: &machine).last == .setTimer(at(1000)))
        #expect(machine.received(try void(on: 1)).first == .succeed(id(2), ResponseEnvelope(.result(.void))))
    }

    /// What a failure says to those who know nothing of connections.
    struct Translation: CustomTestStringConvertible, Sendable {
        let failure: RequestFailure
        let error: ClientError
        var testDescription: String { "\(failure)" }

        private static let timeout = Duration.seconds(3)
        static let all = [
            Translation(
                failure: .notSent(.closed), error: ClientError(.connection(.closed), node: "n", outcome: .notSent)),
            Translation(
                failure: .lost(.lost(nil)), error: ClientError(.connection(.lost(nil)), node: "n", outcome: .unknown)),
            Translation(
                failure: .timedOut(after: timeout),
                error: ClientError(.timedOut(after: timeout), node: "n", outcome: .unknown)),
            Translation(failure: .cancelled, error: ClientError(.cancelled, node: "n", outcome: .unknown)),
            Translation(failure: .withdrawn, error: ClientError(.cancelled, node: "n", outcome: .notSent)),
            Translation(
                failure: .tooManyRequests, error: ClientError(.tooManyRequests, node: "n", outcome: .notSent)),
        ]
    }

    @Test("a failure states what is known of the statement", arguments: Translation.all)
    func outcomes(translation: Translation) {
        #expect(translation.failure.clientError(at: "n") == translation.error)
    }
}
