import CQLSyntax
public import CQLWire

/// An error that a fault answers with.
public struct ForgedError: Hashable, Sendable {
    /// The code.
    public var code: ServerErrorCode
    /// The server's words; nil for those that go with the code.
    public var message: String?
    /// What the code says besides; nil for what fits the request.
    public var details: ServerError.Details?

    /// Makes an error.
    public init(_ code: ServerErrorCode, message: String? = nil, details: ServerError.Details? = nil) {
        self.code = code
        self.message = message
        self.details = details
    }

    /// The error as the answer to a request.
    func answer(to subject: FaultSubject) -> ServerError {
        ServerError(
            code, message ?? ErrorName.of(code).map { "\($0.text) (forged by a fault)" } ?? "forged by a fault",
            details: details ?? fittingDetails(subject))
    }

    private func fittingDetails(_ subject: FaultSubject) -> ServerError.Details {
        let level = subject.consistency
        switch code {
        case .unavailable: return .unavailable(consistency: level, required: 1, alive: 0)
        case .writeTimeout:
            return .writeTimeout(consistency: level, received: 0, blockFor: 1, writeType: subject.writeType)
        case .readTimeout: return .readTimeout(consistency: level, received: 0, blockFor: 1, dataPresent: false)
        case .readFailure:
            return .readFailure(consistency: level, received: 0, blockFor: 1, failures: 1, dataPresent: false)
        case .functionFailure: return .functionFailure(keyspace: "", function: "", argumentTypes: [])
        case .writeFailure:
            return .writeFailure(
                consistency: level, received: 0, blockFor: 1, failures: 1, writeType: subject.writeType)
        case .casWriteUnknown: return .casWriteUnknown(consistency: level, received: 0, blockFor: 1)
        case .alreadyExists:
            let object = subject.statements.first?.summary.object
            return .alreadyExists(keyspace: object?.keyspace ?? "", table: object?.name ?? "")
        case .unprepared: return .unprepared(id: subject.preparedID ?? [])
        default: return .none
        }
    }
}

extension ForgedError: CustomStringConvertible {
    /// The text that is read as this error; details that were given are not part of it.
    public var description: String {
        let name = ErrorName.of(code)?.name ?? "\(code)"
        return name + (message.map { " \(FaultText.quoted($0))" } ?? "")
    }
}
