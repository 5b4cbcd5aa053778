import CQLWire

/// Why the cluster did not do what it was asked, and what is known of the world after it.
public struct ClientError: Error, Equatable, Sendable {
    /// What went wrong.
    public enum Kind: Equatable, Sendable {
        /// No contact point could be connected to; one entry for each address that was tried.
        case noNodeReachable([ContactAttempt])
        /// A node asks for other credentials than it was given. The next would say the same.
        case authentication(ConnectionFailure)
        /// The configured data centre has no node; those that have are named.
        case unknownDataCenter(String, known: [String])
        /// The connection to the node could not be made or is gone.
        case connection(ConnectionFailure)
        /// The node did not answer in time.
        case timedOut(after: Duration)
        /// The task that asked was cancelled.
        case cancelled
        /// The node answered with an error.
        case server(ServerError)
        /// The node's answer cannot be understood.
        case unreadable(WireError)
        /// The request cannot be expressed in the protocol, for example because it is too long.
        case unwritable(WireError)
        /// More requests are under way than a connection can carry.
        case tooManyRequests
        /// The operating system refuses what the client needs to work at all.
        case system(String)
    }

    /// What went wrong.
    public let kind: Kind
    /// The address of the node that was asked, if one was.
    public let node: String?
    /// What is known of the statement that was to be run.
    public let outcome: Outcome

    /// An error at a node, with what is known of the statement.
    public init(_ kind: Kind, node: String? = nil, outcome: Outcome = .notSent) {
        self.kind = kind
        self.node = node
        self.outcome = outcome
    }

    /// The error of the server, if it answered with one.
    public var serverError: ServerError? {
        if case .server(let error) = kind { error } else { nil }
    }
}

extension ClientError: CustomStringConvertible {
    /// A sentence without its full stop.
    public var description: String {
        let place = node.map { "\($0): " } ?? ""
        switch kind {
        case .noNodeReachable(let attempts):
            let tried = attempts.map { "\($0.place): \($0.reason)" }.joined(separator: "; ")
            return "no contact point could be connected to (\(tried))"
        case .authentication(let failure): return "\(place)\(failure)"
        case .unknownDataCenter(let name, let known):
            return "there is no data centre \(name); the cluster has \(known.joined(separator: ", "))"
        case .connection(let failure): return "\(place)\(failure)"
        case .timedOut(let time): return "\(place)no answer within \(time)"
        case .cancelled: return "\(place)the wait for the answer was cancelled"
        case .server(let error): return "\(place)\(error.message) (\(error.code))"
        case .unreadable(let error): return "\(place)the answer cannot be understood: \(error)"
        case .unwritable(let error): return "the request cannot be sent: \(error)"
        case .tooManyRequests: return "\(place)too many requests are under way on one connection"
        case .system(let text): return text
        }
    }
}

/// An address that could not be connected to, and why.
public struct ContactAttempt: Equatable, Sendable {
    /// The contact point, with its address where it is a name.
    public let place: String
    /// Why there is no connection.
    public let reason: String
}
