/// A message from a server to a client (native_protocol_v4.spec §4.2).
public enum Response: Hashable, Sendable {
    /// The request failed.
    case error(ServerError)
    /// The connection can be used.
    case ready
    /// The server wants authentication by the class of this name.
    case authenticate(String)
    /// What STARTUP may ask for, and more.
    case supported([String: [String]])
    /// The result of a statement.
    case result(QueryResult)
    /// Something happened that the client registered for.
    case event(ServerEvent)
    /// A step of the authentication; nil is a null token.
    case authChallenge([UInt8]?)
    /// The end of the authentication; nil is a null token.
    case authSuccess([UInt8]?)
}

extension Response {
    /// The opcode of the message.
    public var opcode: Opcode {
        switch self {
        case .error: .error
        case .ready: .ready
        case .authenticate: .authenticate
        case .supported: .supported
        case .result: .result
        case .event: .event
        case .authChallenge: .authChallenge
        case .authSuccess: .authSuccess
        }
    }

    /// Writes the message in version 4, without header and prefixes.
    public func encode(into writer: inout ByteWriter) throws(WireError) {
        switch self {
        case .error(let error): try error.encode(into: &writer)
        case .ready: break
        case .authenticate(let name): try AuthenticateMessage.encode(name, into: &writer)
        case .supported(let options): try SupportedMessage.encode(options, into: &writer)
        case .result(let result): try result.encode(into: &writer)
        case .event(let event): try event.encode(into: &writer)
        case .authChallenge(let token): try AuthChallengeMessage.encode(token, into: &writer)
        case .authSuccess(let token): try AuthSuccessMessage.encode(token, into: &writer)
        }
    }

    /// Reads a message of version 4 (ERROR: of any version), which has to end where the bytes end.
    ///
    /// Only ERROR may be followed by more bytes: servers append details that older versions do not know.
    public init(opcode: Opcode, version: ProtocolVersion = .v4, from reader: inout ByteReader) throws(WireError) {
        switch opcode {
        case .error:
            self = .error(try ServerError(version: version, from: &reader))
            return
        case .ready: self = .ready
        case .authenticate: self = .authenticate(try AuthenticateMessage.decode(&reader))
        case .supported: self = .supported(try SupportedMessage.decode(&reader))
        case .result: self = .result(try QueryResult(from: &reader))
        case .event: self = .event(try ServerEvent(from: &reader))
        case .authChallenge: self = .authChallenge(try AuthChallengeMessage.decode(&reader))
        case .authSuccess: self = .authSuccess(try AuthSuccessMessage.decode(&reader))
        default:
            throw WireError(
                .unsupported,
                field: "the opcode of the frame header",
                needed: "the opcode of a response",
                had: "\(opcode)"
            )
        }
        try reader.finish("the \(opcode) message")
    }
}
