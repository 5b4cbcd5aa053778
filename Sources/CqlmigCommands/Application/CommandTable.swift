import ArgumentParsing

/// All commands, and the command line that is made of their definitions.
enum CommandTable {
    static let commands: [any Command.Type] = [
        InitCommand.self, NewCommand.self, ConfigShowCommand.self, ProfilesCommand.self,
        MigrateCommand.self, PendingCommand.self, StatusCommand.self,
        HistoryCommand.self, ValidateCommand.self, LintCommand.self,
        SnapshotCommand.self, DiffCommand.self, DoctorCommand.self,
        RollbackCommand.self, BaselineCommand.self, RepairCommand.self,
        SandboxCommand.self,
    ]

    static let definition = CommandLineDefinition(
        program: Tool.name, version: Tool.version,
        summary: "changes the schema of an Apache Cassandra cluster from versioned .cql files",
        globalOptions: SettingOptions.global, commands: commands.map { $0.definition }, exitCodes: exitCodes)

    private static let exitCodes: [ExitCodeDefinition] = [
        .init(0, "done, or nothing to do"),
        .init(1, "a finding: something is pending, or does not fit the log"),
        .init(2, "usage, configuration, or a file that cannot be read as a migration"),
        .init(3, "the cluster cannot be connected to: network or authentication"),
        .init(4, "the lock is held by somebody else, or was lost"),
        .init(5, "a migration failed; its state is recorded"),
        .init(6, "the nodes do not agree on the schema"),
        .init(7, "not initialised"),
        .init(8, "refused by a policy or a gate"),
        .init(9, "local input or output, or a bug"),
        .init(130, "interrupted (SIGINT)"),
        .init(143, "interrupted (SIGTERM)"),
    ]

    /// The command of a definition.
    static func command(named name: String) -> (any Command.Type)? {
        commands.first { $0.definition.name == name }
    }
}
