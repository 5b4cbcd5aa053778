import ArgumentParsing
import Configuration
import MigrationEngine

/// `cqlmig pending`: what `migrate` would run.
struct PendingCommand: Command {
    static let definition = CommandDefinition(
        "pending", group: "Every day", summary: "List what migrate would run",
        options: SettingOptions.connecting,
        examples: [.init("cqlmig pending --quiet", "for a CI job: exit code 1 when something is pending")],
        exitCodes: [.init(1, "something is pending"), .init(7, "not initialised: run 'cqlmig init'")])
    static let onlyReads = true

    init(_ line: ParsedCommandLine) throws(UsageError) {}

    func run(in context: CommandContext) async throws(CommandFailure) -> CommandResult {
        let engine = try context.engine(try context.settings(.cluster))
        let plans = try await context.calling { () async throws(MigrationError) in
            try await engine.pending(events: context.console.events)
        }
        let document = PendingDocument(plans: plans)
        let warnings = plans.flatMap { plan in plan.findings.map { Complaint($0, in: plan.keyspace) } }
        return CommandResult(document, exit: document.count > 0 ? .finding : .done, warnings: warnings)
    }
}
