import ArgumentParsing

/// A small program with everything that a command line can have.
enum Fixture {
    static let program = CommandLineDefinition(
        program: "tool",
        version: "1.2.3",
        summary: "changes things",
        globalOptions: [
            .value(
                "config", short: "c", "PATH", section: "Connection", "The configuration file", defaultText: "tool.yml"),
            .list("keyspace", short: "k", "LIST", section: "Connection", "The keyspaces"),
            .flag("json", section: "Output", "Print JSON"),
            .choice(
                "color", of: ["auto", "always", "never"], section: "Output", "When to use colours", defaultText: "auto"),
            .flag("quiet", short: "q", section: "Output", "Say less"),
            .count("verbose", short: "v", section: "Output", "Say more"),
        ],
        commands: [
            CommandDefinition("init", group: "Set up", summary: "makes what is missing"),
            CommandDefinition(
                "new",
                group: "Set up",
                summary: "makes a file",
                positionals: [PositionalDefinition("DESCRIPTION", "what it does")],
                options: [.value("version", "V", section: "File", "The version")]
            ),
            CommandDefinition(
                "migrate",
                group: "Everyday",
                summary: "applies what is pending",
                discussion: "Applies every file\nthat was not applied.\n\nAsks nobody.",
                options: [
                    .value("target", "V", section: "Selection", "The last version"),
                    .list(
                        "allow",
                        of: ["changed", "missing", "out-of-order"],
                        section: "Selection",
                        "Go on in spite of these findings"
                    ),
                    .flag("dry-run", section: "Selection", "Show what would run"),
                ],
                examples: [.init("tool migrate --dry-run", "Shows what would run."), .init("tool migrate")],
                exitCodes: [.init(4, "somebody else holds the lock")]
            ),
            CommandDefinition(
                "rollback",
                group: "Recover",
                summary: "undoes",
                options: [
                    .value("steps", short: "n", "N", section: "Selection", "How many"),
                    .value("to", "V", section: "Selection", "Down to"),
                    .flag("list", section: "Selection", "A flag here, a value elsewhere"),
                ],
                exclusiveOptions: [["steps", "to"]]
            ),
            CommandDefinition(
                "lint",
                group: "Inspect",
                summary: "looks for mistakes",
                positionals: [PositionalDefinition("PATH", "files and folders", isOptional: true, isRepeated: true)],
                options: [
                    .value("list", "WHAT", section: "Rules", "What to list"),
                    .init(name: "rule", kind: .repeated, placeholder: "NAME", section: "Rules", help: "A rule"),
                ]
            ),
            CommandDefinition(
                "copy",
                group: "Inspect",
                summary: "copies",
                positionals: [
                    PositionalDefinition("FROM", "the source"),
                    PositionalDefinition("TO", "the target", isOptional: true),
                ]
            ),
            CommandDefinition("config show", group: "Inspect", summary: "shows the settings"),
            CommandDefinition("config check", group: "Inspect", summary: "checks the settings"),
        ],
        exitCodes: [.init(0, "done"), .init(2, "usage")]
    )

    static func command(_ name: String) -> CommandDefinition? { program.command(named: name) }

    /// The command line, when it asks to run a command.
    static func run(_ arguments: [String]) throws -> ParsedCommandLine? {
        if case .run(let line) = try program.parse(arguments) { line } else { nil }
    }

    static func run(_ arguments: String...) throws -> ParsedCommandLine? { try run(arguments) }
}
