import ArgumentParsing

extension CommandLineDefinition {
    /// The command that a line names, whatever else is wrong with the line; nil when it names none.
    func commandName(in arguments: [String]) -> String? {
        // Asking for help passes over what is wrong with the options.
        guard case .help(let command)? = try? parse(["--help"] + arguments) else { return nil }
        return command?.name
    }
}
