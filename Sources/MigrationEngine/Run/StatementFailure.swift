import CQLClient
import CQLSyntax
import MigrationScripts

/// The error of a statement that the server refused, or whose outcome is not known, with its place in the file.
struct StatementFailure {
    let error: MigrationError

    init(statement: ScriptStatement, planned: PlannedScript, error cause: ClientError) {
        let mask = PasswordMask(secretsOf: statement.statement.text)
        let reason = mask.masked(cause.serverError?.message ?? "\(cause)")
        let count = planned.statements.count
        var failure: MigrationError
        switch cause.outcome {
        case .rejected:
            failure = MigrationError(
                .statementFailed, "\(planned.path) stopped at statement \(statement.number) of \(count): \(reason)",
                hint: "correct statement \(statement.number) and run `\(planned.command)`: it goes on there",
                outcome: .rejected)
        case .notSent:
            failure = MigrationError(
                .cannotConnect, "statement \(statement.number) of \(planned.path) was not sent: \(reason)",
                hint: "run the same command again: it goes on there", outcome: .notSent)
        case .unknown, .acknowledged, .applied:
            failure = MigrationError(
                .outcomeUnknown,
                "nobody knows whether statement \(statement.number) of \(planned.path) took effect: \(reason)",
                hint: Self.repairHint(planned, statement), outcome: .unknown)
        }
        if let server = cause.serverError { failure.notes.append("the server answered \(server.code)") }
        failure.notes.append(Self.state(planned, failedAt: statement.number, cause.outcome))
        failure.place = Self.place(of: statement, saidBy: cause.serverError)
        error = failure
    }

    static func repairHint(_ planned: PlannedScript, _ statement: ScriptStatement) -> String {
        """
        look at the schema, then say what holds: \(commands(planned.script.path, statement.number))
        """
    }

    /// The two commands that answer what became of a statement.
    static func commands(_ script: String, _ number: Int) -> String {
        let command = "cqlmig repair --script \(script) --statement \(number)"
        return "\(command) --applied, or \(command) --retry"
    }

    private static func state(_ planned: PlannedScript, failedAt number: Int, _ outcome: Outcome) -> String {
        var parts: [String] = []
        if number > 1 { parts.append("\(number == 2 ? "1" : "1-\(number - 1)") done") }
        parts.append("\(number) \(outcome.rawValue)")
        let count = planned.statements.count
        if number < count { parts.append("\(number + 1 == count ? "\(count)" : "\(number + 1)-\(count)") not run") }
        return "statements: \(parts.joined(separator: ", ")); this is recorded and the lock is released"
    }

    /// Where the statement stands in its file; for a syntax error the place in it that the server names.
    static func place(of statement: ScriptStatement, saidBy error: ServerError? = nil) -> MigrationError.Place {
        let source = statement.statement.source
        var range = statement.statement.range
        if let error, let position = ServerPosition(in: error.message) {
            let offset = statement.statement.offset(ofServerLine: position.line, column: position.column)
            range = offset..<max(offset, min(offset + 1, range.upperBound))
        }
        let place = ScriptProblem.Place(range, in: source)
        return MigrationError.Place(
            file: source.name, start: place.start, end: place.end, line: place.line, caret: place.caret)
    }
}

extension PlannedScript {
    /// The command that runs it.
    fileprivate var command: String { direction == .up ? "cqlmig migrate" : "cqlmig rollback" }
}
