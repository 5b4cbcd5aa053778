import CQLWire
public import EventLoop

/// Why a connection could not be made, or is gone.
public enum ConnectionFailure: Error, Equatable, Sendable {
    /// The system could not connect; the error says whether the node refused.
    case unreachable(SystemError)
    /// The node took the connection but did not finish the handshake in time.
    case silent(after: Duration)
    /// The connection ended: closed by the node (nil), or failed.
    case lost(SystemError?)
    /// So many answers are missing that the node is given up.
    case unanswered(count: Int)
    /// What the node sent is not the native protocol, or breaks its rules.
    case brokenProtocol(WireError)
    /// The node does not speak version 4 of the native protocol.
    case unsupportedVersion(offered: String)
    /// The node wants a user and a password, and none are configured.
    case credentialsRequired(authenticator: String)
    /// The node knows no such user, or the password is another.
    case badCredentials(String)
    /// The node wants an authentication that this client does not have.
    case unsupportedAuthenticator(String)
    /// The node refused the handshake for another reason, for example because it still starts.
    case refused(ServerError)
    /// This side closed the connection.
    case closed

    /// Whether another node would give the same answer, so that asking it is pointless.
    public var isAboutCredentials: Bool {
        switch self {
        case .credentialsRequired, .badCredentials, .unsupportedAuthenticator: true
        default: false
        }
    }
}

extension ConnectionFailure: CustomStringConvertible {
    /// A sentence without its full stop.
    public var description: String {
        switch self {
        case .unreachable(let error): error.reason
        case .silent(let time): "it took the connection, then stayed silent for \(time)"
        case .unanswered(let count): "it owes the answers to \(count) requests"
        case .lost(let error?): "the connection was lost: \(error.reason)"
        case .lost(nil): "the node closed the connection"
        case .brokenProtocol(let error): "what it sent is not the CQL native protocol: \(error)"
        case .unsupportedVersion(let offered):
            "it does not speak version 4 of the CQL native protocol (\(offered))"
        case .credentialsRequired(let authenticator):
            "it asks for a user and a password (\(authenticator)), and none are configured"
        case .badCredentials(let message): "it refused the user or the password: \(message)"
        case .unsupportedAuthenticator(let name): "it asks for an authentication that is not supported: \(name)"
        case .refused(let error): "it refused the connection: \(error.message)"
        case .closed: "the connection is closed"
        }
    }
}
