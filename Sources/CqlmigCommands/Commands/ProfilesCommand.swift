import ArgumentParsing
import Configuration
import MigrationEngine

/// `cqlmig profiles`: the profiles of the configuration file.
struct ProfilesCommand: Command {
    static let definition = CommandDefinition(
        "profiles", group: "Set up", summary: "List the profiles with their keyspaces and hosts",
        options: [.flag("check", section: SharedOptions.section, "Connect to each of them")]
            + SettingOptions.connecting,
        examples: [.init("cqlmig profiles"), .init("cqlmig profiles --check")],
        exitCodes: [.init(3, "with --check: a profile's cluster cannot be connected to")])
    static let onlyReads = true

    private let checks: Bool

    init(_ line: ParsedCommandLine) throws(UsageError) { checks = line.flag("check") }

    func run(in context: CommandContext) async throws(CommandFailure) -> CommandResult {
        let loader = try context.configuration
        let list: ProfileList
        do throws(ConfigurationError) { list = try loader.profiles(flags: context.flags) } catch {
            throw CommandFailure(error)
        }
        var document = ProfilesDocument(file: list.file, profiles: list.profiles.map { .init(profile: $0) })
        guard checks else { return CommandResult(document) }
        var errors: [Complaint] = []
        var exit = ExitCode.done
        for index in document.profiles.indices {
            let name = document.profiles[index].profile.name
            do throws(CommandFailure) {
                let settings = try context.settings(.cluster, profile: name)
                let engine = context.engine(settings, [])
                try await context.calling { () async throws(MigrationError) in
                    try await engine.checkConnection(events: context.console.events)
                }
                document.profiles[index].isReachable = true
            } catch {
                document.profiles[index].isReachable = false
                errors += error.complaints.map { $0.noting("profile \(name)") }
                if exit == .done { exit = error.exit }
            }
        }
        return CommandResult(document, exit: exit, errors: errors)
    }
}
