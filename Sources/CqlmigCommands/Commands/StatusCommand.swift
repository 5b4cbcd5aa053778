import ArgumentParsing
import Configuration
import MigrationEngine

/// `cqlmig status`: where every script stands.
struct StatusCommand: Command {
    static let definition = CommandDefinition(
        "status", group: "Every day", summary: "Show every script with its state, the lock and the schema agreement",
        options: SettingOptions.connecting,
        examples: [.init("cqlmig status"), .init("cqlmig status --json")],
        exitCodes: [.init(7, "not initialised: run 'cqlmig init'")])
    static let onlyReads = true

    init(_ line: ParsedCommandLine) throws(UsageError) {}

    func run(in context: CommandContext) async throws(CommandFailure) -> CommandResult {
        let engine = try context.engine(try context.settings(.cluster))
        let keyspaces = try await context.calling { () async throws(MigrationError) in
            try await engine.status(events: context.console.events)
        }
        return CommandResult(StatusDocument(keyspaces: keyspaces))
    }
}
