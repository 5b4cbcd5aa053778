import ArgumentParsing
import Configuration

/// `cqlmig config show`: every setting, its value and where it comes from.
struct ConfigShowCommand: Command {
    static let definition = CommandDefinition(
        "config show", group: "Set up", summary: "Show every setting, its value and where it comes from",
        discussion:
            "Passwords are masked. What refers to a variable that is not set is shown as such, and is no error.",
        options: SettingOptions.connecting,
        examples: [.init("cqlmig config show --profile prod")])
    static let onlyReads = true

    init(_ line: ParsedCommandLine) throws(UsageError) {}

    func run(in context: CommandContext) async throws(CommandFailure) -> CommandResult {
        CommandResult(SettingsDocument(settings: try context.settings(.files)))
    }
}
