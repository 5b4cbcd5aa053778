import Configuration
import MigrationEngine
import MigrationScripts
import SchemaModel

/// The live keyspace as a first migration.
struct GeneratedBaseline {
    let context: CommandContext
    let settings: Settings
    let folder: String
    /// nil: the first one, in a folder without versions.
    let version: String?

    /// Reads the keyspace, writes the file, and records it as applied if that is asked for.
    func write(isMarked: Bool) async throws(CommandFailure) -> BaselineDocument {
        let keyspace = try SchemaSides.onlyKeyspace(settings, for: "baseline --generate")
        var engineSettings = settings
        engineSettings.directory = folder
        let engine = try context.engine(engineSettings)
        let schema = try await context.calling { () async throws(MigrationError) in
            try await engine.schema(of: keyspace, events: context.console.events)
        }
        guard schema.inexpressible.isEmpty else {
            throw CommandFailure(
                .refused,
                Complaint(
                    code: "unsupported-schema",
                    "keyspace \(keyspace) holds what this release cannot write down: "
                        + schema.inexpressible.joined(separator: ", "),
                    hint: "DESCRIBE KEYSPACE in cqlsh shows them"))
        }
        let text = MigrationText.baseline(of: schema.keyspace, release: schema.release)
        guard !text.isEmpty else {
            throw CommandFailure(
                .refused,
                Complaint(
                    code: "empty-keyspace", "keyspace \(keyspace) is empty: there is nothing to write down",
                    hint: "begin with 'cqlmig new'"))
        }
        let (file, version) = try write(text)
        guard isMarked else { return BaselineDocument(file: file, version: version) }
        let report = try await BaselineCommand.mark(version, engine, context)
        return BaselineDocument(file: file, version: version, report: report)
    }

    private func write(_ text: String) throws(CommandFailure) -> (file: String, version: MigrationVersion) {
        let files = context.surroundings.files
        _ = try ProjectFiles(files: files).makeFolder(folder)
        let existing: [ScriptFile]
        do throws(ScriptError) {
            let listing = try ScriptDirectory(folder, in: files).list()
            guard listing.problems.isEmpty else { throw ScriptError(listing.problems) }
            existing = listing.files
        } catch {
            throw CommandFailure(error)
        }
        if version == nil, let other = existing.first(where: { $0.name.version != nil }) {
            throw CommandFailure(
                .usage,
                Complaint(
                    code: "versions-exist", "a baseline is the first migration, and \(folder) holds \(other.path)",
                    hint: "give a version that is lower than all others with --version"))
        }
        let number: MigrationVersion
        do throws(MigrationVersionError) { number = try MigrationVersion(version ?? Self.first) } catch {
            throw CommandFailure.bug("\(version ?? Self.first) was taken for a version")
        }
        do throws(NewScriptError) {
            let script = try NewScript(
                description: "baseline", form: .versioned(.version(version ?? Self.first), undo: .none),
                existing: existing, content: .init(up: text))
            return (try script.write(to: folder, in: files).first ?? "", number)
        } catch {
            throw CommandFailure(error)
        }
    }

    private static let first = "001"
}
