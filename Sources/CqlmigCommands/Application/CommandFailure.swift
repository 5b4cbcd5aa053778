import ArgumentParsing
import Configuration
import MigrationEngine
import MigrationScripts

/// Why a command came to nothing: the exit code and everything that is to be said.
struct CommandFailure: Error, Equatable, Sendable {
    let exit: ExitCode
    let complaints: [Complaint]

    init(_ exit: ExitCode, _ complaints: [Complaint]) {
        self.exit = exit
        self.complaints = complaints
    }

    init(_ exit: ExitCode, _ complaint: Complaint) {
        self.init(exit, [complaint])
    }

    init(_ error: UsageError) { self.init(.usage, Complaint(error)) }

    init(_ error: ConfigurationError) { self.init(.usage, error.problems.map { Complaint($0) }) }

    init(_ error: ScriptError) { self.init(ExitCode(error.problems), error.problems.map { Complaint($0) }) }

    init(_ error: NewScriptError) { self.init(ExitCode(error), Complaint(error)) }

    init(_ error: FileSystemError, hint: String? = nil) { self.init(.local, Complaint(error, hint: hint)) }

    /// A failure of the engine; `signal` is the one that interrupted the program, if one did.
    init(_ error: MigrationError, signal: Int32?) {
        if error.code == .declined, let signal {
            // A question that a signal cut short was not answered with no.
            self.init(.interrupted(signal: signal), Complaint(code: "interrupted", "interrupted: \(error.message)"))
        } else {
            self.init(
                ExitCode(error) ?? .interrupted(signal: signal ?? Self.interrupt), Complaint.all(error))
        }
    }

    /// A state that cannot come up, and has: a mistake in the program.
    static func bug(_ what: String) -> CommandFailure {
        CommandFailure(
            .local,
            Complaint(
                code: "bug", "this should not be possible: \(what)",
                hint: "this is a mistake in cqlmig: please report it, with this message, the command line and what "
                    + "'cqlmig --version' says"))
    }

    /// SIGINT, for an operation that was cancelled without a signal.
    private static let interrupt: Int32 = 2
}
