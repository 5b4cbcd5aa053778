import CQLWire
import FoundationEssentials

/// What becomes of requests.
extension ClusterMachine {
    mutating func readRequests(on connection: ConnectionID, _ now: Duration) {
        while nodes[connection.node - 1].condition == .running, let step = clients[connection]?.session.next() {
            switch step {
            case .refusal(let refusal):
                answer(connection) { () throws(WireError) in try refusal.frame() }
                if refusal.isFinal { close(connection) }
            case .request(let request): take(request, on: connection, now)
            }
        }
    }

    private mutating func take(_ request: IncomingRequest, on connection: ConnectionID, _ now: Duration) {
        requestCount += 1
        guard !faults.isEmpty else { return perform(request, on: connection, now) }
        let subject = subject(of: request, on: connection)
        guard let reaction = faults.reaction(to: subject) else { return perform(request, on: connection, now) }
        switch reaction {
        case .drop: break
        case .loseReply: _ = responseFrame(to: request, on: connection, now)
        case .delayReply(let delay):
            if let bytes = responseFrame(to: request, on: connection, now) {
                agenda.add(.send(bytes, connection), at: now + delay)
            }
        case .holdReply:
            if let bytes = responseFrame(to: request, on: connection, now) { held.append((bytes, connection)) }
        case .delay(let delay): agenda.add(.perform(request, connection), at: now + delay)
        case .forget:
            let before = (executor, agenda, nodes, journal)
            let bytes = responseFrame(to: request, on: connection, now)
            (executor, agenda, nodes, journal) = before
            if let bytes { send(bytes, to: connection) }
        case .leaveRows:
            let before = executor.catalogue(of: connection.node)
            perform(request, on: connection, now)
            leaveRows(of: before, at: connection.node)
        case .reset: drop(connection)
        case .resetAfter:
            _ = responseFrame(to: request, on: connection, now)
            drop(connection)
        case .error(let error, let applied):
            forge(.error(error.answer(to: subject)), to: request, on: connection, applied: applied, now)
        case .answer(let response, let applied):
            forge(response, to: request, on: connection, applied: applied, now)
        case .warn(let warnings): perform(request, on: connection, now, warnings: warnings)
        case .bytes(let bytes, let closes):
            send(bytes, to: connection)
            if closes { close(connection) }
        case .pause(let duration):
            agenda.add(.perform(request, connection), at: now)
            stopWorking(connection.node, for: duration, now)
        }
    }

    private mutating func forge(
        _ response: Response, to request: IncomingRequest, on connection: ConnectionID, applied: Bool, _ now: Duration
    ) {
        if applied { _ = responseFrame(to: request, on: connection, now) }
        answer(connection) { () throws(WireError) in try ResponseEnvelope(response).frame(stream: request.stream) }
    }

    private func subject(of request: IncomingRequest, on connection: ConnectionID) -> FaultSubject {
        var subject = FaultSubject(
            node: connection.node, connection: connection.number, frame: request.frame,
            opcode: request.message.opcode, statements: [])
        let registry = prepared[connection.node - 1]
        switch request.message {
        case .query(let cql, let parameters):
            subject.statements = [.init(cql)]
            subject.consistency = parameters.consistency
        case .prepare(let cql): subject.statements = [.init(cql)]
        case .execute(let id, let parameters):
            subject.statements = registry[id].map { [.init($0.cql)] } ?? []
            subject.consistency = parameters.consistency
            subject.preparedID = id
        case .batch(let batch):
            subject.consistency = batch.consistency
            subject.statements = batch.statements.compactMap { part in
                switch part.source {
                case .cql(let cql): .init(cql)
                case .prepared(let id): registry[id].map { .init($0.cql) }
                }
            }
        case .startup, .options, .authResponse, .register: break
        }
        return subject
    }

    // MARK: Answers

    mutating func perform(
        _ request: IncomingRequest, on connection: ConnectionID, _ now: Duration, warnings: [String] = []
    ) {
        // A paused node does what it was asked for when it goes on; a dead one never.
        switch nodes[connection.node - 1].condition {
        case .running: break
        case .paused:
            postponed[connection.node, default: []].append((request, connection))
            return
        case .stopped: return
        }
        guard let bytes = responseFrame(to: request, on: connection, now, warnings: warnings) else { return }
        send(bytes, to: connection)
    }

    /// Does what a request asks for, and gives the bytes of the answer; nil when there is none to give.
    mutating func responseFrame(
        to request: IncomingRequest, on connection: ConnectionID, _ now: Duration, warnings: [String] = []
    ) -> [UInt8]? {
        var envelope = ResponseEnvelope(.ready)
        var stream = request.stream
        var ends = false
        // A client that is gone may have left a request behind: it is done in a session of its own.
        var session = clients[connection]?.session ?? SessionMachine.orphan(profile, keyspace: leftBehind[connection])
        switch session.answer(to: request) {
        case .response(let response, let answerStream, let endsThen):
            envelope.message = response
            stream = answerStream
            ends = endsThen
            clients[connection]?.session = session
        case .statements:
            envelope = runStatements(of: request, keyspace: session.keyspace, on: connection, now)
        }
        envelope.warnings += warnings
        let bytes: [UInt8]
        do throws(WireError) { bytes = try envelope.frame(stream: stream).bytes } catch {
            // An answer that does not fit the protocol: the server says so in its place.
            let refused = ResponseEnvelope(.error(ServerError(.serverError, error.description)))
            guard let frame = try? refused.frame(stream: stream) else { return nil }
            bytes = frame.bytes
        }
        guard ends else { return bytes }
        send(bytes, to: connection)
        close(connection)
        return nil
    }

    private mutating func answer(_ connection: ConnectionID, _ frame: () throws(WireError) -> RawFrame) {
        do throws(WireError) { send(try frame().bytes, to: connection) } catch { close(connection) }
    }

    private mutating func close(_ connection: ConnectionID) {
        guard clients[connection] != nil else { return }
        actions.append(.close(connection))
        forget(connection)
    }

    /// Lets go of the answers that a fault keeps back.
    public mutating func releaseHeld(now: Duration) -> [ClusterAction] {
        let bytes = held
        held = []
        for (answer, connection) in bytes { send(answer, to: connection) }
        return flush()
    }
}
