import ArgumentParsing
import Configuration
import MigrationEngine
import MigrationScripts

/// `cqlmig baseline`: calls scripts applied that describe what is there already.
struct BaselineCommand: Command {
    static let definition = CommandDefinition(
        "baseline", group: "Repair", summary: "Mark the scripts up to a version as applied, without running them",
        discussion: "For a keyspace that is older than its migrations: they describe what is there already.",
        positionals: [.init("VERSION", "the last version that is there already")],
        options: SettingOptions.connecting,
        examples: [.init("cqlmig baseline 7")],
        exitCodes: [
            .init(4, "the lock is held by somebody else, or was lost"),
            .init(7, "not initialised: run 'cqlmig init'"),
            .init(8, "a script up to that version is half applied"),
        ])

    private let version: MigrationVersion

    init(_ line: ParsedCommandLine) throws(UsageError) { version = try line.versionArgument("VERSION") }

    func run(in context: CommandContext) async throws(CommandFailure) -> CommandResult {
        let engine = try context.engine(try context.settings(.cluster))
        let report = try await context.calling { () async throws(MigrationError) in
            try await engine.baseline(upTo: version, events: context.console.events)
        }
        return CommandResult(BaselineDocument(report: report))
    }
}
