public import Configuration
public import FoundationEssentials
public import MigrationEngine
public import MigrationScripts

/// Everything that the program takes from the world, so that a test can be the world.
public struct Surroundings: Sendable {
    /// The arguments without the name of the program.
    public var arguments: [String]
    /// The environment variables.
    public var environment: [String: String]
    /// An absolute path; nil when the system does not tell it.
    public var workingDirectory: String?
    /// Standard input.
    public var input: any StandardInput
    /// Standard output: the results.
    public var output: any OutputSink
    /// Standard error: everything else.
    public var errors: any OutputSink
    /// What the streams are connected to.
    public var terminal: Terminal
    /// Reads the configuration file and the files that it names.
    public var configurationFiles: any FileReading
    /// Reads and makes the files of the project; relative paths count from the working directory.
    public var files: any FileSystem
    /// The wall clock.
    public var now: @Sendable () -> Date
    /// The time since some moment that stays the same.
    public var clock: @Sendable () -> Duration
    /// Who runs this; asked when it is needed.
    public var identity: @Sendable () -> OperatorIdentity
    /// The signals that came.
    public var interruption: Interruption
    /// How many files are read at a time.
    public var parallelism: Int
    /// Makes the engine; nothing is connected before one of its operations is called.
    public var makeEngine: @Sendable (EngineConfiguration, EngineEnvironment) -> any EngineOperations

    /// Surroundings of their parts.
    public init(
        arguments: [String], environment: [String: String], workingDirectory: String?, input: any StandardInput,
        output: any OutputSink, errors: any OutputSink, terminal: Terminal, configurationFiles: any FileReading,
        files: any FileSystem, now: @escaping @Sendable () -> Date, clock: @escaping @Sendable () -> Duration,
        identity: @escaping @Sendable () -> OperatorIdentity, interruption: Interruption, parallelism: Int = 2,
        makeEngine: @escaping @Sendable (EngineConfiguration, EngineEnvironment) -> any EngineOperations
    ) {
        self.arguments = arguments
        self.environment = environment
        self.workingDirectory = workingDirectory
        self.input = input
        self.output = output
        self.errors = errors
        self.terminal = terminal
        self.configurationFiles = configurationFiles
        self.files = files
        self.now = now
        self.clock = clock
        self.identity = identity
        self.interruption = interruption
        self.parallelism = parallelism
        self.makeEngine = makeEngine
    }
}
