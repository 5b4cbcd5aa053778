/// Everything that a program understands on its command line, as one table.
///
/// `--help`, `-h`, `--version` and the command `help` are built in and not part of the table. A command may have an
/// option `version` of its own; it is meant when it stands behind that command.
public struct CommandLineDefinition: Sendable, Equatable {
    /// What the program is called in usage lines and errors.
    public var program: String
    /// What `--version` prints.
    public var version: String
    /// What the program is for, in one line.
    public var summary: String
    /// Options that every command takes.
    public var globalOptions: [OptionDefinition]
    /// The commands; the help keeps their order within a group.
    public var commands: [CommandDefinition]
    /// The exit codes of all commands, for the general help.
    public var exitCodes: [ExitCodeDefinition]

    /// Defines a command line.
    public init(
        program: String,
        version: String,
        summary: String,
        globalOptions: [OptionDefinition] = [],
        commands: [CommandDefinition],
        exitCodes: [ExitCodeDefinition] = []
    ) {
        self.program = program
        self.version = version
        self.summary = summary
        self.globalOptions = globalOptions
        self.commands = commands
        self.exitCodes = exitCodes
    }

    /// The command of that name, for example `config show`.
    public func command(named name: String) -> CommandDefinition? {
        commands.first { $0.name == name }
    }

    /// The options of a command: its own, and those global ones that it does not replace.
    func options(of command: CommandDefinition) -> [OptionDefinition] {
        command.options + globalOptions.filter { global in !command.options.contains { $0.name == global.name } }
    }
}
