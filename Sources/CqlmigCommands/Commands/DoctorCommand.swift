import ArgumentParsing
import Configuration
import MigrationEngine

/// `cqlmig doctor`: the cluster, the lock and the log, looked over by a sceptic.
struct DoctorCommand: Command {
    static let definition = CommandDefinition(
        "doctor", group: "Look", summary: "Look the cluster, the lock and the log over, and change nothing",
        discussion: """
            Asks every node itself: what it runs, its schema, its clock, what its configuration refuses; then the keyspaces, \
            the lock, the log and the permissions of the role. What cannot be read is unknown, with the reason, and the \
            other checks are made all the same.
            """,
        options: SettingOptions.connecting,
        examples: [
            .init("cqlmig doctor"),
            .init("cqlmig doctor --json", "a check, its result, a message and a hint each"),
        ],
        exitCodes: [
            .init(1, "something was found: a warning or a problem"), .init(7, "not initialised: run 'cqlmig init'"),
        ])
    static let onlyReads = true

    init(_ line: ParsedCommandLine) throws(UsageError) {}

    func run(in context: CommandContext) async throws(CommandFailure) -> CommandResult {
        let engine = try context.engine(try context.settings(.cluster))
        let report = try await context.calling { () async throws(MigrationError) in
            try await engine.examine(events: context.console.events)
        }
        let document = DoctorDocument(report: report)
        guard let reason = report.notInitialised else {
            return CommandResult(document, exit: document.isClean ? .done : .finding)
        }
        return CommandResult(document, exit: .notInitialised, errors: Complaint.all(reason))
    }
}
