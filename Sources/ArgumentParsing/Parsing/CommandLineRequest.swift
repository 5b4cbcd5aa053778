/// What a command line asks for.
public enum CommandLineRequest: Sendable, Equatable {
    /// To run a command.
    case run(ParsedCommandLine)
    /// To show help: for one command, or in general.
    case help(CommandDefinition?)
    /// To show the version.
    case version
    /// Nothing: no command was named. The general help belongs on standard error then, with exit code 2.
    case nothing
}
