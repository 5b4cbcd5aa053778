import CQLWire

/// The first exchanges on a connection: OPTIONS, STARTUP, authentication, REGISTER (native_protocol_v4 §4.1).
///
/// A value: a response in, the next step out.
struct HandshakeMachine: Equatable, Sendable {
    /// What to do next.
    enum Step: Equatable, Sendable {
        case send(Request)
        case finish
        case fail(ConnectionFailure)
    }

    private enum State: Equatable {
        case optionsSent
        case startupSent
        case mechanismSent
        case tokenSent
        case registerSent
    }

    private let credentials: Credentials?
    private let events: [EventType]
    private var state = State.optionsSent

    /// What the node said of itself in SUPPORTED.
    private(set) var supported: [String: [String]] = [:]

    /// DSE wants to hear the name of the mechanism before the token.
    private static let dseAuthenticator = "com.datastax.bdp.cassandra.auth.DseAuthenticator"

    init(credentials: Credentials?, events: [EventType]) {
        self.credentials = credentials
        self.events = events
    }

    /// The first request.
    func begin() -> Step { .send(.options) }

    /// Takes the answer to the request that was sent last.
    mutating func received(_ response: Response) -> Step {
        if case .error(let error) = response { return .fail(failure(of: error)) }
        switch (state, response) {
        case (.optionsSent, .supported(let options)):
            return startUp(options)
        case (.startupSent, .ready), (.tokenSent, .authSuccess), (.mechanismSent, .authSuccess):
            return register()
        case (.startupSent, .authenticate(let authenticator)):
            return authenticate(authenticator)
        case (.mechanismSent, .authChallenge), (.tokenSent, .authChallenge):
            return answerChallenge()
        case (.registerSent, .ready):
            return .finish
        default:
            return .fail(.brokenProtocol(.unexpected(response, during: "the handshake")))
        }
    }

    private mutating func startUp(_ options: [String: [String]]) -> Step {
        supported = options
        // Entries look like "4/v4". Servers older than the key speak version 4, or they would not have understood.
        if let versions = options["PROTOCOL_VERSIONS"], !versions.contains(where: { $0.hasPrefix("4/") }) {
            return .fail(.unsupportedVersion(offered: "it offers \(versions.joined(separator: ", "))"))
        }
        state = .startupSent
        // 3.0.0 is the version that every release accepts; it selects nothing.
        return .send(.startup(["CQL_VERSION": "3.0.0", "DRIVER_NAME": "cqlmig"]))
    }

    private mutating func authenticate(_ authenticator: String) -> Step {
        guard let credentials else { return .fail(.credentialsRequired(authenticator: authenticator)) }
        if authenticator == Self.dseAuthenticator {
            state = .mechanismSent
            return .send(.authResponse(Array("PLAIN".utf8)))
        }
        state = .tokenSent
        return .send(.authResponse(credentials.plainToken))
    }

    private mutating func answerChallenge() -> Step {
        // One challenge is DSE asking for the token; a second one is a dialogue that PLAIN does not have.
        guard state == .mechanismSent, let credentials else {
            return .fail(.unsupportedAuthenticator("the node asks for more than a user and a password"))
        }
        state = .tokenSent
        return .send(.authResponse(credentials.plainToken))
    }

    private mutating func register() -> Step {
        guard !events.isEmpty else { return .finish }
        state = .registerSent
        return .send(.register(events))
    }

    private func failure(of error: ServerError) -> ConnectionFailure {
        switch error.code {
        case .badCredentials: .badCredentials(error.message)
        // "Invalid or unsupported protocol version" in every server since 1.2, "Rejecting Protocol Version" where the
        // operator allows no older ones; drivers look for the words as well.
        case .protocolError where error.message.lowercased().contains("protocol version"):
            .unsupportedVersion(offered: error.message)
        default: .refused(error)
        }
    }
}
