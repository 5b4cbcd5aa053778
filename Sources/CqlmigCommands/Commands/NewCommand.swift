import ArgumentParsing
import Configuration
import MigrationScripts

/// `cqlmig new`: the next migration, empty.
struct NewCommand: Command {
    static let definition = CommandDefinition(
        "new", group: "Set up", summary: "Make the file of a new migration",
        discussion: """
            The file is named V<version>__<description>.cql, or <version>_<description>.cql in a folder of plain numbered \
            files. The version is the highest one of the folder plus one, unless it is given. The path of the file is \
            printed.
            """,
        positionals: [.init("DESCRIPTION", "a few words, such as \"add users\"")],
        options: [
            .flag(
                "undo-file", section: SharedOptions.section,
                "Put the undo into a file U<version>__<description>.cql instead of a '-- @down' part"),
            .value("version", "V", section: SharedOptions.section, "The version of the new migration"),
            .flag("timestamp", section: SharedOptions.section, "Take the time (UTC) as the version: 20260115103000"),
        ] + SettingOptions.directory,
        exclusiveOptions: [["version", "timestamp"]],
        examples: [
            .init("cqlmig new \"add users\"", "makes migrations/V001__add_users.cql"),
            .init("cqlmig new \"add users\" --timestamp"),
        ])

    private let description: String
    private let undo: NewScript.Undo
    private let version: String?
    private let hasTimestamp: Bool

    init(_ line: ParsedCommandLine) throws(UsageError) {
        description = line.argument("DESCRIPTION") ?? ""
        undo = line.flag("undo-file") ? .file : .part
        _ = try line.version("version")
        version = line.string("version")
        hasTimestamp = line.flag("timestamp")
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
        let numbering: NewScript.Numbering =
            version.map { .version($0) } ?? (hasTimestamp ? .timestamp(context.surroundings.now()) : .next)
        do throws(NewScriptError) {
            let script = try NewScript(
                description: description, form: .versioned(numbering, undo: undo), existing: existing)
            return CommandResult(NewDocument(files: try script.write(to: folder, in: files)))
        } catch {
            throw CommandFailure(error)
        }
    }
}
