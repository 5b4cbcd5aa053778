public import CQLClient

/// Why the schema of a live keyspace could not be read.
public enum LiveSchemaError: Error, Equatable, Sendable {
    /// A query failed.
    case client(ClientError)
    /// The server gave something that cannot be understood; a sentence without its full stop says what.
    case unreadable(String)
    /// The schema was another one after each attempt to read it than before.
    case changing(attempts: Int)

    /// Whether the server has refused a question as one about what is not there.
    var isRefusal: Bool {
        guard case .client(let error) = self else { return false }
        return error.serverError?.code == .invalid
    }
}

extension LiveSchemaError: CustomStringConvertible {
    /// A sentence without its full stop.
    public var description: String {
        switch self {
        case .client(let error): "\(error)"
        case .unreadable(let what): what
        case .changing(let attempts): "the schema changed during each of \(attempts) attempts to read it"
        }
    }
}
