public import FoundationEssentials
public import MigrationScripts

/// What an engine takes from the world around it: who runs it, the clock, fresh ids, the files.
public struct EngineEnvironment: Sendable {
    /// The user, as written into log and lock.
    public var operatorName: String
    /// The machine.
    public var host: String
    /// The number of the process.
    public var pid: Int64
    /// The page of the CI job, if one runs this.
    public var ciURL: String?
    /// The version of the tool.
    public var toolVersion: String
    /// The wall clock.
    public var now: @Sendable () -> Date
    /// A fresh id at every call.
    public var makeID: @Sendable () -> UUID
    /// Where the scripts are.
    public var files: any FileSystem
    /// How many files are read at a time.
    public var parallelism: Int
    /// Where files are read, which blocks.
    public var readers: any TaskExecutor = globalConcurrentExecutor

    /// An environment; everything is given, so that tests can have their own.
    public init(
        operatorName: String, host: String, pid: Int64, ciURL: String? = nil, toolVersion: String,
        now: @escaping @Sendable () -> Date = { Date.now }, makeID: @escaping @Sendable () -> UUID = { UUID() },
        files: any FileSystem = LocalFileSystem(), parallelism: Int = 2
    ) {
        self.operatorName = operatorName
        self.host = host
        self.pid = pid
        self.ciURL = ciURL
        self.toolVersion = toolVersion
        self.now = now
        self.makeID = makeID
        self.files = files
        self.parallelism = parallelism
    }
}
