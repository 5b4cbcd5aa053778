import ArgumentParsing
import Configuration
import MigrationEngine
import MigrationScripts

/// `cqlmig snapshot`: the live keyspace as CQL.
struct SnapshotCommand: Command {
    static let definition = CommandDefinition(
        "snapshot", group: "Look", summary: "Write the schema of the live keyspace as CQL",
        discussion: """
            The statements stand in the order in which they can be run: the keyspace, types before what uses them, every \
            table with its indexes. The tool's own tables are left out. A keyspace that holds what cannot be written down \
            is refused, with everything named.
            """,
        options: [
            .value(
                "output", short: "o", "F", section: SharedOptions.section,
                "Write the CQL to a file, in place of the one that is there, and print its path")
        ] + SettingOptions.connecting,
        examples: [.init("cqlmig snapshot"), .init("cqlmig snapshot -k shop -o schema.cql")],
        exitCodes: [.init(8, "there is no such keyspace, or it holds what cannot be written down")])

    private let output: String?

    init(_ line: ParsedCommandLine) throws(UsageError) { output = line.string("output") }

    func run(in context: CommandContext) async throws(CommandFailure) -> CommandResult {
        let settings = try context.settings(.cluster)
        let keyspace = try SchemaSides.onlyKeyspace(settings, for: "a snapshot")
        let engine = try context.engine(settings)
        let snapshot = try await context.calling { () async throws(MigrationError) in
            try await engine.snapshot(of: keyspace, events: context.console.events)
        }
        let document = SnapshotDocument(snapshot: snapshot, file: output)
        if let output {
            do throws(FileSystemError) {
                try context.surroundings.files.replace(output, bytes: Array(document.cql.utf8))
            } catch {
                throw CommandFailure(error)
            }
        }
        return CommandResult(document)
    }
}
