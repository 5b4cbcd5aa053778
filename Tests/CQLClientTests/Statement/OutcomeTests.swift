import CQLWire
import Testing

@testable import CQLClient

/// What an error of the server says of the statement.
@Suite struct OutcomeTests {
    private static let five = Platform.cassandra(ReleaseVersion(5, 0, 9))
    private static let six = Platform.cassandra(ReleaseVersion(6))

    struct Vector: CustomTestStringConvertible, Sendable {
        let code: ServerErrorCode
        let message: String
        let outcome: Outcome
        let outcomeOnSix: Outcome
        var testDescription: String { "\(code): \(message)" }

        init(_ code: ServerErrorCode, _ outcome: Outcome) { self.init(code, "m", outcome) }

        init(_ code: ServerErrorCode, _ message: String, _ outcome: Outcome, onSix: Outcome? = nil) {
            self.code = code
            self.message = message
            self.outcome = outcome
            outcomeOnSix = onSix ?? outcome
        }

        static let all = [
            Vector(.syntaxError, .rejected), Vector(.unauthorized, .rejected), Vector(.configError, .rejected),
            Vector(.alreadyExists, .rejected), Vector(.unprepared, .rejected),
            Vector(.serverError, .unknown), Vector(.protocolError, .unknown), Vector(.badCredentials, .unknown),
            Vector(.unavailable, .unknown), Vector(.overloaded, .unknown), Vector(.isBootstrapping, .unknown),
            Vector(.truncateError, .unknown), Vector(.writeTimeout, .unknown), Vector(.readTimeout, .unknown),
            Vector(.readFailure, .unknown), Vector(.functionFailure, .unknown), Vector(.writeFailure, .unknown),
            Vector(.casWriteUnknown, .unknown), Vector(ServerErrorCode(rawValue: 0x4321), .unknown),
            Vector(.invalid, "Undefined column name x in table k.t", .rejected),
            Vector(.invalid, "table x does not exist", .rejected),
            Vector(.invalid, "Guardrail tables violated: Cannot have more than 10 tables", .rejected),
            Vector(.invalid, "Could not perform commit after 10 tries.", .rejected, onSix: .unknown),
            Vector(.invalid, "java.lang.IllegalStateException: Can not commit", .rejected, onSix: .unknown),
            Vector(.invalid, "Timed out while waiting for the follower to enact the epoch", .rejected, onSix: .unknown),
            Vector(.invalid, "Commits are paused", .rejected, onSix: .unknown),
            Vector(.invalid, "CMS not available", .rejected, onSix: .unknown),
        ]
    }

    @Test("only what the server refuses before it does anything is a refusal", arguments: Vector.all)
    func outcomes(vector: Vector) {
        let error = ServerError(vector.code, vector.message)
        #expect(error.outcome(on: Self.five) == vector.outcome)
        #expect(error.outcome(on: .scylla(version: nil)) == vector.outcome)
        #expect(error.outcome(on: Self.six) == vector.outcomeOnSix)
    }

    @Test("the raw values stand in logs and stay")
    func rawValues() {
        #expect(
            Outcome.allCases.map(\.rawValue) == ["not-sent", "rejected", "acknowledged", "applied", "unknown"])
    }
}
