import CQLWire

/// What the codes of errors are called in the text of a fault.
struct ErrorName {
    let name: String
    let code: ServerErrorCode
    /// What the error says when the fault does not.
    let text: String

    static let all = [
        ErrorName(name: "server-error", code: .serverError, text: "Unexpected error"),
        ErrorName(name: "protocol-error", code: .protocolError, text: "Protocol error"),
        ErrorName(
            name: "bad-credentials", code: .badCredentials, text: "Provided username and/or password are incorrect"),
        ErrorName(name: "unavailable", code: .unavailable, text: "Cannot achieve consistency level"),
        ErrorName(name: "overloaded", code: .overloaded, text: "Server is overloaded"),
        ErrorName(name: "bootstrapping", code: .isBootstrapping, text: "Cannot read from a bootstrapping node"),
        ErrorName(name: "truncate-error", code: .truncateError, text: "Error during truncate"),
        ErrorName(name: "write-timeout", code: .writeTimeout, text: "Operation timed out - received only 0 responses."),
        ErrorName(name: "read-timeout", code: .readTimeout, text: "Operation timed out - received only 0 responses."),
        ErrorName(
            name: "read-failure", code: .readFailure, text: "Operation failed - received 0 responses and 1 failures"),
        ErrorName(name: "function-failure", code: .functionFailure, text: "execution of the function failed"),
        ErrorName(
            name: "write-failure", code: .writeFailure, text: "Operation failed - received 0 responses and 1 failures"),
        ErrorName(name: "cas-unknown", code: .casWriteUnknown, text: "CAS operation result is unknown"),
        ErrorName(name: "syntax", code: .syntaxError, text: "line 1:0 no viable alternative at input"),
        ErrorName(name: "unauthorized", code: .unauthorized, text: "User has no permission"),
        ErrorName(name: "invalid", code: .invalid, text: "Invalid request"),
        ErrorName(name: "config", code: .configError, text: "Invalid configuration"),
        ErrorName(name: "already-exists", code: .alreadyExists, text: "Cannot add already existing object"),
        ErrorName(name: "unprepared", code: .unprepared, text: "Prepared query not found"),
    ]

    static func of(_ code: ServerErrorCode) -> ErrorName? { all.first { $0.code == code } }
}
