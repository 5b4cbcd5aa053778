import Configuration
import FoundationEssentials
import MigrationEngine
import MigrationScripts

/// Everything that the program takes from the world, so that a test can be the world.
struct Surroundings: Sendable {
    /// The arguments without the name of the program.
    var arguments: [String]
    /// The environment variables.
    var environment: [String: String]
    /// An absolute path; nil when the system does not tell it.
    var workingDirectory: String?
    /// Standard input.
    var input: any StandardInput
    /// Standard output: the results.
    var output: any OutputSink
    /// Standard error: everything else.
    var errors: any OutputSink
    /// What the streams are connected to.
    var terminal: Terminal
    /// Reads the configuration file and the files that it names.
    var configurationFiles: any FileReading
    /// Reads and makes the files of the project; relative paths count from the working directory.
    var files: any FileSystem
    /// The wall clock.
    var now: @Sendable () -> Date
    /// The time since some moment that stays the same.
    var clock: @Sendable () -> Duration
    /// Who runs this; asked when it is needed.
    var identity: @Sendable () -> OperatorIdentity
    /// The signals that came.
    var interruption: Interruption
    /// How many files are read at a time.
    var parallelism = 2
    /// Makes the engine; nothing is connected before one of its operations is called.
    var makeEngine: @Sendable (EngineConfiguration, EngineEnvironment) -> any EngineOperations
}
