import CQLWire

/// Why a request on a connection has no answer.
enum RequestFailure: Error, Equatable, Sendable {
    /// The request was never handed to the system.
    case notSent(ConnectionFailure)
    /// The request was handed to the system, then the connection ended.
    case lost(ConnectionFailure)
    /// No answer within the request's time.
    case timedOut(after: Duration)
    /// Whoever asked does not wait any more; the request was sent.
    case cancelled
    /// Whoever asked had lost interest before the request was sent.
    case withdrawn
    /// All streams of the connection are taken.
    case tooManyRequests
    /// The request cannot be written down: a value or text is longer than the protocol allows.
    case unwritable(WireError)

    /// The same for those who know nothing of connections and streams.
    func clientError(at node: String) -> ClientError {
        switch self {
        case .notSent(let failure): ClientError(.connection(failure), node: node, outcome: .notSent)
        case .lost(let failure): ClientError(.connection(failure), node: node, outcome: .unknown)
        case .timedOut(let time): ClientError(.timedOut(after: time), node: node, outcome: .unknown)
        case .cancelled: ClientError(.cancelled, node: node, outcome: .unknown)
        case .withdrawn: ClientError(.cancelled, node: node, outcome: .notSent)
        case .tooManyRequests: ClientError(.tooManyRequests, node: node, outcome: .notSent)
        case .unwritable(let error): ClientError(.unwritable(error), node: node, outcome: .notSent)
        }
    }
}
