import ArgumentParsing
import CQLSyntax
import Configuration
import MigrationEngine
import MigrationScripts

/// `cqlmig validate`: holds the files against each other and against the log.
struct ValidateCommand: Command {
    static let definition = CommandDefinition(
        "validate", group: "Look", summary: "Hold the files against the log: what was edited, is missing or failed",
        discussion: """
            Files that cannot be read as migrations are findings as well; while there are any, the log is not looked at.
            """,
        options: [
            .flag("offline", section: SharedOptions.section, "Look at the files only, and connect to nothing")
        ] + SettingOptions.connecting,
        examples: [.init("cqlmig validate"), .init("cqlmig validate --offline", "for a CI job without a cluster")],
        exitCodes: [.init(1, "there are findings"), .init(7, "not initialised: run 'cqlmig init'")])
    static let onlyReads = true

    private let isOffline: Bool

    init(_ line: ParsedCommandLine) throws(UsageError) { isOffline = line.flag("offline") }

    func run(in context: CommandContext) async throws(CommandFailure) -> CommandResult {
        let settings = try context.settings(isOffline ? .files : .cluster)
        let engine = isOffline ? context.engine(settings, []) : try context.engine(settings)
        let scripts: ScriptSet
        do throws(MigrationError) { scripts = try await engine.loadScripts() } catch {
            return try Self.result(error, settings.directory, context)
        }
        let warnings = scripts.warnings.map { Complaint($0) }
        guard !isOffline else {
            return Self.result([], "\(settings.directory), \(Self.counts(scripts))", warnings)
        }
        let plans = try await context.calling { () async throws(MigrationError) in
            try await engine.validate(events: context.console.events)
        }
        let items = plans.flatMap { plan in
            plan.findings.map { finding in
                FindingsDocument.Item(
                    keyspace: plan.keyspace, script: finding.script, version: finding.version,
                    complaint: Complaint(finding, in: plan.keyspace, .error))
            }
        }
        return Self.result(items, plans.map(\.keyspace).joined(separator: ", "), warnings)
    }

    private static func result(
        _ items: [FindingsDocument.Item], _ scope: String, _ warnings: [Complaint]
    ) -> CommandResult {
        CommandResult(
            FindingsDocument(items: items, scope: scope), exit: items.isEmpty ? .done : .finding, warnings: warnings)
    }

    private static func counts(_ scripts: ScriptSet) -> String {
        counted(scripts.versioned.count + scripts.undos.count, "script")
    }

    /// What is wrong with files is a finding; a folder that is not there, or a file that cannot be read, is not.
    private static func result(
        _ error: MigrationError, _ folder: String, _ context: CommandContext
    ) throws(CommandFailure) -> CommandResult {
        let isAboutFolder = error.problems.contains { [.noSuchFolder, .notAFolder].contains($0.code) }
        guard error.code == .invalidScripts, ExitCode(error) == .usage, !isAboutFolder else {
            throw context.failure(error)
        }
        let found = error.problems.filter { $0.severity == .error }.map { problem in
            FindingsDocument.Item(
                keyspace: nil, script: problem.file, version: nil, complaint: Complaint(problem))
        }
        let warnings = error.problems.filter { $0.severity == .warning }.map { Complaint($0) }
        return result(found, folder, warnings)
    }
}
