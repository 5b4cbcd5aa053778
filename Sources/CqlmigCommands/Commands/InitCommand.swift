import ArgumentParsing
import Configuration
import MigrationEngine
import MigrationScripts

/// `cqlmig init`: the files of the project, then the tables of the tool.
struct InitCommand: Command {
    static let definition = CommandDefinition(
        "init", group: "Set up", summary: "Make the configuration, the folder and the tables that cqlmig needs",
        discussion: """
            Writes a starting cqlmig.yml and makes the folder of the migrations, where there are none; what is there \
            already is left as it is. Then makes the tables cqlmig_log and cqlmig_lock in the history keyspace. Safe to \
            run from many places at once, and again at any time.

            A keyspace is only created when the configuration gives its replication; otherwise the error shows the \
            statement to run.
            """,
        options: [.flag("offline", section: SharedOptions.section, "Make the files only, and connect to nothing")]
            + SettingOptions.connecting,
        examples: [
            .init("cqlmig init --keyspace shop", "with a node on this machine"),
            .init("cqlmig init --contact-points 10.0.0.1 --keyspace shop"),
            .init("cqlmig init --offline"),
        ],
        exitCodes: [
            .init(6, "the nodes do not agree on the schema"),
            .init(8, "the keyspace is missing, and the configuration does not say how to create it"),
        ])

    private let isOffline: Bool

    init(_ line: ParsedCommandLine) throws(UsageError) { isOffline = line.flag("offline") }

    func run(in context: CommandContext) async throws(CommandFailure) -> CommandResult {
        var settings = try context.settings(isOffline ? .files : .cluster)
        var document = InitDocument(
            config: settings.file, directory: settings.directory,
            historyKeyspace: settings.historyKeyspace ?? settings.keyspaces.first?.name, isOffline: isOffline)
        let files = ProjectFiles(files: context.surroundings.files)
        if settings.file == nil {
            if try files.makeConfiguration(StartingConfiguration(settings)) { document.made.append(ProjectFiles.name) }
            settings.file = ProjectFiles.name
            document.config = ProjectFiles.name
        }
        document.made += try files.makeFolder(settings.directory)
        guard !isOffline else { return CommandResult(document) }
        // The files are made, whatever becomes of the rest, and are told of.
        do throws(CommandFailure) {
            let engine = try context.engine(settings)
            document.report = try await context.calling { () async throws(MigrationError) in
                try await engine.initialise(events: context.console.events)
            }
        } catch {
            return CommandResult(document, exit: error.exit, errors: error.complaints)
        }
        return CommandResult(document)
    }
}
