import ArgumentParsing
import Configuration
import MigrationEngine

/// `cqlmig migrate`: applies what is pending.
struct MigrateCommand: Command {
    static let definition = CommandDefinition(
        "migrate", group: "Every day", summary: "Apply what is pending",
        discussion: """
            Reads every file, connects, takes the lock, and runs the scripts that the log does not show as applied, one \
            statement after the other. After each statement that changes the schema it waits until all nodes agree. What \
            is done is written into the log before and after each statement: a run that stops is continued by the next \
            one at the statement where it stopped.
            """,
        options: [
            .value("target", "V", section: SharedOptions.section, "The last version to apply"),
            .value("tag", "T", section: SharedOptions.section, "A name for this run in the log"),
            SharedOptions.dryRun,
            SharedOptions.allow(
                [.changed, .missing, .outOfOrder, .nodeDown, .mixedRelease],
                "Go on although applied scripts were edited or are missing, scripts are older than what is applied, "
                    + "nodes are down or run different releases"),
            .flag("keep-going", section: SharedOptions.section, "Go on with the next keyspace when one fails"),
            SharedOptions.timings,
        ] + SettingOptions.connecting,
        examples: [
            .init("cqlmig migrate"),
            .init("cqlmig migrate --dry-run", "prints the CQL that would be run"),
            .init("cqlmig migrate --profile prod --target 12 --tag 2026.3"),
        ],
        exitCodes: [
            .init(4, "the lock is held by somebody else, or was lost"),
            .init(5, "a migration failed, or its outcome is unknown; its state is recorded"),
            .init(6, "the nodes do not agree on the schema"),
            .init(7, "not initialised: run 'cqlmig init'"),
            .init(8, "refused: see --allow"),
        ])
    static let showsSteps = true

    private let options: MigrateOptions
    private let showsTimings: Bool

    init(_ line: ParsedCommandLine) throws(UsageError) {
        options = MigrateOptions(
            target: try line.version("target"), isDryRun: line.flag("dry-run"), allowed: line.allowances,
            keepsGoing: line.flag("keep-going"), tag: line.string("tag"))
        showsTimings = line.flag("timings")
    }

    func run(in context: CommandContext) async throws(CommandFailure) -> CommandResult {
        let engine = try context.engine(try context.settings(.cluster))
        let report = try await context.calling { () async throws(MigrationError) in
            try await engine.migrate(options, events: context.console.events)
        }
        return CommandResult(
            run: RunDocument(report: report, direction: .up, showsTimings: showsTimings), context)
    }
}
