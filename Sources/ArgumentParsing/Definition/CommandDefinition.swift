/// One command: what it is called, what it takes, and what its help says.
public struct CommandDefinition: Sendable, Equatable {
    /// A command line worth showing, and what it is good for.
    public struct Example: Sendable, Equatable {
        /// The whole line, beginning with the program's name.
        public var commandLine: String
        /// What it does; empty when the line speaks for itself.
        public var explanation: String

        /// Makes an example.
        public init(_ commandLine: String, _ explanation: String = "") {
            self.commandLine = commandLine
            self.explanation = explanation
        }
    }

    /// The words that name the command: `migrate`, or two of them as in `config show`.
    public var name: String
    /// The heading of the general help under which the command stands, for example `Everyday`.
    public var group: String
    /// What it does, in one line without a final stop.
    public var summary: String
    /// What else there is to know; paragraphs are separated by an empty line.
    public var discussion: String
    /// The arguments that are known by their place.
    public var positionals: [PositionalDefinition]
    /// The options it takes besides the global ones; one of the same name takes the place of the global one.
    public var options: [OptionDefinition]
    /// Names of options of which at most one may be given.
    public var exclusiveOptions: [[String]]
    /// Real command lines; the help begins with them.
    public var examples: [Example]
    /// The exit codes that need a word in this command's help.
    public var exitCodes: [ExitCodeDefinition]

    /// Defines a command.
    public init(
        _ name: String,
        group: String,
        summary: String,
        discussion: String = "",
        positionals: [PositionalDefinition] = [],
        options: [OptionDefinition] = [],
        exclusiveOptions: [[String]] = [],
        examples: [Example] = [],
        exitCodes: [ExitCodeDefinition] = []
    ) {
        self.name = name
        self.group = group
        self.summary = summary
        self.discussion = discussion
        self.positionals = positionals
        self.options = options
        self.exclusiveOptions = exclusiveOptions
        self.examples = examples
        self.exitCodes = exitCodes
    }

    /// The words of the name.
    var words: [Substring] { name.split(separator: " ") }
}
