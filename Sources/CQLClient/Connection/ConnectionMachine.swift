import CQLWire
import EventLoop

/// One connection to a node, without the socket: what happened goes in, what to do about it comes out.
struct ConnectionMachine: Sendable {
    enum Action: Equatable, Sendable {
        case write([UInt8])
        /// The handshake is done; requests may be submitted.
        case becomeReady(supported: [String: [String]])
        case succeed(RequestID, ResponseEnvelope)
        case fail(RequestID, RequestFailure)
        case deliver(ServerEvent)
        /// Call `timerFired` at this time, and forget the time said before; nil: not at all.
        case setTimer(ContinuousClock.Instant?)
        /// Close the socket. Nothing follows.
        case close(ConnectionFailure)
    }

    private enum State: Equatable {
        case connecting
        case handshaking(HandshakeMachine)
        case ready
        case closed(ConnectionFailure)
    }

    private var state = State.connecting
    private var decoder: FrameDecoder
    private var streams = StreamTable()
    private var timeouts: [RequestID: Duration] = [:]
    private var timer: ContinuousClock.Instant?
    private let handshake: HandshakeMachine
    private let connectTimeout: Duration
    private let connectDeadline: ContinuousClock.Instant

    /// Longest frame taken from a node. Cassandra sends pages of rows, not gigabytes; more is a broken server.
    static let maximumBodyLength = 256 << 20

    /// Events come on this stream (native_protocol_v4 §4.2.6).
    private static let eventStream: Int16 = -1

    init(
        credentials: Credentials?, events: [EventType], connectTimeout: Duration, now: ContinuousClock.Instant,
        maximumBodyLength: Int = Self.maximumBodyLength
    ) {
        decoder = FrameDecoder(receiving: .response, maximumBodyLength: maximumBodyLength)
        handshake = HandshakeMachine(credentials: credentials, events: events)
        self.connectTimeout = connectTimeout
        connectDeadline = now + connectTimeout
    }

    /// The connection is being made: sets the timer for it.
    mutating func start() -> [Action] { updateTimer() }

    /// The socket is connected.
    mutating func connected() -> [Action] {
        guard state == .connecting else { return [] }
        state = .handshaking(handshake)
        return perform(handshake.begin())
    }

    /// The socket could not be connected, or the connection ended.
    mutating func disconnected(_ error: SystemError?) -> [Action] {
        if case .connecting = state, let error { return end(.unreachable(error)) }
        return end(.lost(error))
    }

    /// This side does not need the connection any more.
    mutating func close() -> [Action] { end(.closed) }

    /// Bytes have arrived.
    mutating func received(_ bytes: [UInt8]) -> [Action] {
        if case .closed = state { return [] }
        decoder.append(bytes)
        var actions: [Action] = []
        do throws(WireError) {
            while let frame = try decoder.next() {
                actions += try received(frame)
                if case .closed = state { return actions }
            }
        } catch {
            return actions + end(.brokenProtocol(error))
        }
        return actions + updateTimer()
    }

    private mutating func received(_ frame: RawFrame) throws(WireError) -> [Action] {
        // Events may come from the moment on at which the server has read REGISTER, which is before its READY.
        if frame.header.stream == Self.eventStream, frame.header.opcode == .event { return try received(event: frame) }
        if case .handshaking(var machine) = state {
            // A server of another version answers in its own, and on a stream of its own (0).
            let step = machine.received(try ResponseEnvelope(frame).message)
            state = .handshaking(machine)
            return perform(step)
        }
        switch streams.remove(frame.header.stream) {
        case .answers(let request):
            timeouts[request] = nil
            do throws(WireError) {
                return [.succeed(request, try ResponseEnvelope(frame))]
            } catch {
                // What the server did is not known, and nothing after this can be trusted.
                return [.fail(request, .lost(.brokenProtocol(error)))] + end(.brokenProtocol(error))
            }
        case .tooLate:
            return []
        case .unknownStream:
            throw .unknownStream(frame.header.stream)
        }
    }

    private func received(event frame: RawFrame) throws(WireError) -> [Action] {
        let response = try ResponseEnvelope(frame).message
        guard case .event(let event) = response else { return [] }
        return [.deliver(event)]
    }

    /// A request is to be sent, its answer awaited for `timeout`.
    mutating func submit(
        _ id: RequestID, _ request: Request, timeout: Duration, now: ContinuousClock.Instant
    ) -> [Action] {
        switch state {
        case .closed(let failure): return [.fail(id, .notSent(failure))]
        case .connecting, .handshaking: return [.fail(id, .notSent(.closed))]
        case .ready: break
        }
        guard let stream = streams.add(id, deadline: now + timeout) else { return [.fail(id, .tooManyRequests)] }
        do throws(WireError) {
            let bytes = try RequestEnvelope(request).frame(stream: stream).bytes
            timeouts[id] = timeout
            return [.write(bytes)] + updateTimer(notAfter: now + timeout)
        } catch {
            _ = streams.remove(stream)
            return [.fail(id, .unwritable(error))]
        }
    }

    /// Whoever submitted `request` does not wait any more.
    mutating func cancel(_ request: RequestID) -> [Action] {
        guard streams.abandon(request) else { return [] }
        timeouts[request] = nil
        return [.fail(request, .cancelled)] + afterAbandoning()
    }

    /// The time that was asked for has come.
    mutating func timerFired(now: ContinuousClock.Instant) -> [Action] {
        timer = nil
        switch state {
        case .closed: return []
        case .connecting, .handshaking:
            guard now >= connectDeadline else { return updateTimer() }
            return end(.silent(after: connectTimeout))
        case .ready:
            let late = streams.expire(at: now)
            let failures = late.map { Action.fail($0, .timedOut(after: timeouts.removeValue(forKey: $0) ?? .zero)) }
            return failures + afterAbandoning()
        }
    }

    private mutating func afterAbandoning() -> [Action] {
        streams.isExhausted ? end(.unanswered(count: StreamTable.abandonedLimit)) : updateTimer()
    }

    private mutating func perform(_ step: HandshakeMachine.Step) -> [Action] {
        switch step {
        case .send(let request):
            do throws(WireError) { return [.write(try RequestEnvelope(request).frame(stream: 0).bytes)] } catch {
                return end(.brokenProtocol(error))
            }
        case .finish:
            guard case .handshaking(let machine) = state else { return [] }
            state = .ready
            timer = nil
            return [.setTimer(nil), .becomeReady(supported: machine.supported)]
        case .fail(let failure):
            return end(failure)
        }
    }

    private mutating func end(_ failure: ConnectionFailure) -> [Action] {
        if case .closed = state { return [] }
        state = .closed(failure)
        timeouts = [:]
        let lost = streams.removeAll().map { Action.fail($0, .lost(failure)) }
        return lost + updateTimer() + [.close(failure)]
    }

    /// Says when to come back, if that has changed: at the latest when the next request times out.
    ///
    /// An answer does not move the timer: it fires once for nothing and is set anew, which costs less than to look for
    /// the earliest request after each of thousands of answers.
    private mutating func updateTimer(notAfter deadline: ContinuousClock.Instant? = nil) -> [Action] {
        let wanted: ContinuousClock.Instant? =
            switch state {
            case .connecting, .handshaking: connectDeadline
            case .ready: [timer, deadline].compactMap(\.self).min() ?? streams.nextDeadline
            case .closed: nil
            }
        guard wanted != timer else { return [] }
        timer = wanted
        return [.setTimer(wanted)]
    }
}
