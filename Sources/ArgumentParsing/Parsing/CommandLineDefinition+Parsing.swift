extension CommandLineDefinition {
    /// Understands the arguments of the program (without its own name).
    ///
    /// Options may stand before and behind the command. `--name value`, `--name=value`, `-n value`, `-nvalue` and
    /// clusters of flags such as `-qv` are understood; `--` ends the options. A value that begins with a dash needs
    /// the form `--name=-value`, except for `-` alone and negative numbers. `-h` and `--help` ask for help wherever
    /// they stand, and whatever else is wrong with the rest of the line. Only the first error is reported.
    public func parse(_ arguments: [String]) throws(UsageError) -> CommandLineRequest {
        let scan = CommandLineScan(definition: self)
        let asksForHelp = arguments.prefix { $0 != "--" }.contains { $0 == "-h" || $0 == "--help" }
        if asksForHelp {
            return .help(try scan.commandForHelp(arguments))
        }
        return try scan.parse(arguments)
    }
}
