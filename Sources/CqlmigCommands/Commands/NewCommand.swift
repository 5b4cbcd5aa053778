import ArgumentParsing
import CQLSyntax
import Configuration
import MigrationEngine
import MigrationScripts
import SchemaModel

/// `cqlmig new`: the next migration, empty or filled with what a declared schema has and the migrations have not.
struct NewCommand: Command {
    static let definition = CommandDefinition(
        "new", group: "Set up", summary: "Make the file of a new migration",
        discussion: """
            The file is named V<version>__<description>.cql, or <version>_<description>.cql in a folder of plain numbered \
            files. The version is the highest one of the folder plus one, unless it is given. The path of the file is \
            printed. With --diff the folder is replayed without a server and compared with the schema that a file \
            declares: the file gets the statements between them, and those back as its undo. Where a difference cannot \
            be bridged by any statement, no file is made.
            """,
        positionals: [.init("DESCRIPTION", "a few words, such as \"add users\"")],
        options: [
            .flag(
                "undo-file", section: SharedOptions.section,
                "Put the undo into a file U<version>__<description>.cql instead of a '-- @down' part"),
            .value("version", "V", section: SharedOptions.section, "The version of the new migration"),
            .flag("timestamp", section: SharedOptions.section, "Take the time (UTC) as the version: 20260115103000"),
            .flag("diff", section: SharedOptions.section, "Fill the file with what the schema of --to has otherwise"),
            .value("to", "FILE", section: SharedOptions.section, "With --diff: the CQL of the schema that is wanted"),
            .choice(
                "release", of: CassandraRelease.allCases.map(\.rawValue), section: SharedOptions.section,
                "With --diff: the release of Cassandra that the files are for", defaultText: "5.0"),
        ] + SettingOptions.directory,
        exclusiveOptions: [["version", "timestamp"]],
        examples: [
            .init("cqlmig new \"add users\"", "makes migrations/V001__add_users.cql"),
            .init("cqlmig new \"add users\" --timestamp"),
            .init("cqlmig new \"add users\" --diff --to schema.cql"),
        ],
        exitCodes: [.init(8, "with --diff: no statement bridges a difference")])

    private let description: String
    private let undo: NewScript.Undo
    private let version: String?
    private let hasTimestamp: Bool
    /// The schema to reach; nil: an empty file is made.
    private let wanted: String?
    private let release: CassandraRelease?

    init(_ line: ParsedCommandLine) throws(UsageError) {
        description = line.argument("DESCRIPTION") ?? ""
        undo = line.flag("undo-file") ? .file : .part
        _ = try line.version("version")
        version = line.string("version")
        hasTimestamp = line.flag("timestamp")
        wanted = line.string("to")
        release = line.release("release")
        guard line.flag("diff") != (wanted != nil) else { return }
        throw UsageError(
            .invalidValue, wanted == nil ? "--diff needs the schema to reach" : "--to needs --diff",
            hint: "cqlmig new DESCRIPTION --diff --to schema.cql")
    }

    func run(in context: CommandContext) async throws(CommandFailure) -> CommandResult {
        let folder = try context.settings(.files).directory
        let files = context.surroundings.files
        let existing: [ScriptFile]
        do throws(ScriptError) {
            let listing = try ScriptDirectory(folder, in: files).list()
            // A file whose name is not understood may have the version that would be taken.
            guard listing.problems.isEmpty else { throw ScriptError(listing.problems) }
            existing = listing.files
        } catch {
            throw CommandFailure(error)
        }
        var form = undo
        var content = NewScript.Content()
        if let wanted {
            let plans = try await SchemaMigration.plan(
                from: folder, to: wanted, SchemaSides(context: context, release: release))
            guard !plans.up.steps.isEmpty else {
                return CommandResult(NewDocument(files: [], note: "\(folder) and \(wanted) do not differ"))
            }
            content = plans.content
            if !plans.hasUndo { form = .none }
        }
        let numbering: NewScript.Numbering =
            version.map { .version($0) } ?? (hasTimestamp ? .timestamp(context.surroundings.now()) : .next)
        do throws(NewScriptError) {
            let script = try NewScript(
                description: description, form: .versioned(numbering, undo: form), existing: existing,
                content: content)
            return CommandResult(NewDocument(files: try script.write(to: folder, in: files)))
        } catch {
            throw CommandFailure(error)
        }
    }
}
