import ArgumentParsing

/// A command of the program: what it is called, and what it does.
protocol Command: Sendable {
    /// Its entry in the table of the command line.
    static var definition: CommandDefinition { get }

    /// Whether it changes nothing anywhere, so that a signal may end it where it stands.
    static var onlyReads: Bool { get }

    /// Whether it runs scripts, so that its progress is shown without being asked for.
    static var showsSteps: Bool { get }

    /// Looks at what only this command can judge of its options, before anything is read or connected to.
    init(_ line: ParsedCommandLine) throws(UsageError)

    /// Whether an option of the command itself asks for JSON, or for something else; nil when none does.
    var printsJSON: Bool? { get }

    /// Does it.
    func run(in context: CommandContext) async throws(CommandFailure) -> CommandResult
}

extension Command {
    static var onlyReads: Bool { false }
    static var showsSteps: Bool { false }
    var printsJSON: Bool? { nil }
}
