import CQLWire

/// One connection of a client, without the statements: handshake, login, registration for events, the keyspace in use.
///
/// A value: bytes in, requests and refusals out; ``answer(to:)`` says what the session itself answers.
struct SessionMachine: Sendable {
    /// What came of the bytes.
    enum Step: Hashable, Sendable {
        case request(IncomingRequest)
        case refusal(Refusal)
    }

    /// What the session makes of a request.
    enum Answer: Hashable, Sendable {
        /// It is answered with this, and the connection ends where that is said.
        case response(Response, stream: Int16, ends: Bool)
        /// It runs or prepares statements.
        case statements
    }

    private enum Stage: Sendable {
        case established
        case authenticating
        case ready
    }

    private let profile: ReleaseProfile
    private let login: Login?
    private var buffer: RequestBuffer
    private var stage = Stage.established
    private var frames = 0

    /// The keyspace in use.
    var keyspace: String?
    /// The kinds of events that the client wants.
    private(set) var events: Set<EventType> = []

    init(_ profile: ReleaseProfile, login: Login?) {
        self.profile = profile
        self.login = login
        buffer = RequestBuffer(profile)
    }

    /// How many bytes have come that are not a whole request yet.
    var pendingByteCount: Int { buffer.count }

    /// Takes bytes; ``next()`` tells what they are.
    mutating func receive(_ bytes: [UInt8]) { buffer.append(bytes) }

    /// The next request, or what is said to bytes that are none; nil until more bytes come.
    mutating func next() -> Step? {
        switch buffer.next() {
        case nil: return nil
        case .refusal(let refusal): return .refusal(refusal)
        case .frame(let frame): return read(frame)
        }
    }

    private mutating func read(_ frame: RawFrame) -> Step {
        frames += 1
        let stream = frame.header.stream
        // CREDENTIALS of version 1, which no later one has.
        guard frame.header.opcode.rawValue != 0x04 else {
            let error = ServerError(.protocolError, "Unexpected message CREDENTIALS, expecting STARTUP or OPTIONS")
            return .refusal(Refusal(error: error, stream: stream, isFinal: true))
        }
        var frame = frame
        // Without a compression the server takes the body as it is, whatever the flag says.
        frame.header.flags.remove(.compressed)
        do throws(WireError) {
            let envelope = try Self.envelope(frame)
            return .request(
                IncomingRequest(
                    frame: frames, stream: stream, message: envelope.message, isTraced: envelope.tracing))
        } catch {
            let refused = ServerError(.protocolError, error.serverWords)
            return .refusal(Refusal(error: refused, stream: stream, isFinal: false))
        }
    }

    /// The request of a frame; bytes behind its end do not matter to the server.
    private static func envelope(_ frame: RawFrame) throws(WireError) -> RequestEnvelope {
        do throws(WireError) { return try RequestEnvelope(frame) } catch {
            guard error.kind == .leftover, let end = error.position, end < frame.body.count else { throw error }
            var frame = frame
            frame.body.removeSubrange(end...)
            return try RequestEnvelope(frame)
        }
    }

    /// What the session makes of a request. Changes its stage, so each request is asked about once.
    mutating func answer(to request: IncomingRequest) -> Answer {
        if let refusal = stageRefusal(request) { return refusal }
        switch request.message {
        case .options: return respond(request, .supported(profile.supported))
        case .startup(let options): return startUp(options, request)
        case .authResponse(let token): return authenticate(token, request)
        case .register(let types):
            events.formUnion(types)
            return respond(request, .ready)
        case .query(_, let parameters), .execute(_, let parameters):
            return parameters.complaint.map { refuse(request, $0) } ?? .statements
        case .batch(let batch):
            return batch.complaint.map { refuse(request, $0) } ?? .statements
        case .prepare: return .statements
        }
    }

    private func stageRefusal(_ request: IncomingRequest) -> Answer? {
        let opcode = request.message.opcode
        switch stage {
        case .established where opcode != .startup && opcode != .options:
            let error = ServerError(
                .protocolError, "Unexpected message \(opcode), expecting STARTUP or OPTIONS")
            return .response(
                .error(error), stream: profile.answersEarlyMessageOnItsStream ? request.stream : 0,
                ends: profile.endsAfterEarlyMessage)
        case .authenticating where opcode != .authResponse:
            return refuse(request, "Unexpected message \(opcode), expecting SASL_RESPONSE")
        case .ready where opcode == .startup:
            return refuse(request, "Unexpected message STARTUP, the connection is already initialized")
        default: return nil
        }
    }

    private mutating func startUp(_ options: [String: String], _ request: IncomingRequest) -> Answer {
        var upper: [String: String] = [:]
        for (key, value) in options { upper[key.uppercased()] = value }
        guard let version = upper["CQL_VERSION"] else {
            return refuse(request, "Missing value CQL_VERSION in STARTUP message")
        }
        if let complaint = Self.complaint(aboutVersion: version) { return refuse(request, complaint) }
        if let compression = upper["COMPRESSION"] {
            return refuse(request, "Unknown compression algorithm: \(compression.lowercased())")
        }
        guard login == nil else {
            stage = .authenticating
            return respond(request, .authenticate(Login.authenticator))
        }
        stage = .ready
        return respond(request, .ready)
    }

    /// The server takes 2.99 and everything later (`StartupMessage`, `CassandraVersion`).
    private static func complaint(aboutVersion version: String) -> String? {
        let numbers = version.prefix { $0 != "-" && $0 != "+" }.split(separator: ".", omittingEmptySubsequences: false)
            .map { Int($0) }
        guard let major = numbers.first ?? nil, (2...4).contains(numbers.count), !numbers.contains(nil) else {
            return "Invalid version value: \(version)"
        }
        let minor = numbers[1] ?? 0
        guard major < 2 || (major == 2 && minor < 99) else { return nil }
        return "CQL version \(version) is not supported by the binary protocol (supported version are >= 3.0.0)"
    }

    private mutating func authenticate(_ token: [UInt8]?, _ request: IncomingRequest) -> Answer {
        // A client that is logged in, or on a node that wants no login, is told that all is well.
        guard let login, stage == .authenticating else { return respond(request, .authSuccess(nil)) }
        if let complaint = login.complaint(about: token) {
            return respond(request, .error(ServerError(.badCredentials, complaint)))
        }
        stage = .ready
        return respond(request, .authSuccess(nil))
    }

    private func respond(_ request: IncomingRequest, _ response: Response) -> Answer {
        .response(response, stream: request.stream, ends: false)
    }

    private func refuse(_ request: IncomingRequest, _ message: String) -> Answer {
        respond(request, .error(ServerError(.protocolError, message)))
    }
}

extension SessionMachine {
    /// The session of a request whose client has gone.
    static func orphan(_ profile: ReleaseProfile, keyspace: String?) -> SessionMachine {
        var session = SessionMachine(profile, login: nil)
        session.stage = .ready
        session.keyspace = keyspace
        return session
    }
}
