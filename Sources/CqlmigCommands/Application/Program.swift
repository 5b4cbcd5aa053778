import Configuration
import FoundationEssentials
import Glibc
import MigrationEngine
import MigrationScripts

/// The program as a process: takes the world as it is.
public enum Program {
    /// Runs the command line of the process.
    ///
    /// - Returns: The status to end the process with; everything is written by then.
    public static func run() async -> Int32 {
        openStandardStreams()
        let environment = ProcessInfo.processInfo.environment
        let interruption = Interruption()
        let signals = SignalHandling(interruption)
        let start = ContinuousClock.now
        let surroundings = Surroundings(
            arguments: Array(ProcessArguments.all().dropFirst()), environment: environment,
            workingDirectory: workingDirectory(), input: ProcessInput(), output: DescriptorSink(STDOUT_FILENO),
            errors: DescriptorSink(STDERR_FILENO), terminal: .ofProcess(), configurationFiles: SystemFiles(),
            files: LocalFileSystem(), now: { Date.now }, clock: { start.duration(to: .now) },
            identity: { .ofProcess(environment) }, interruption: interruption, parallelism: processors(),
            makeEngine: { MigrationEngine(configuration: $0, environment: $1) })
        let status = await Application(surroundings).run()
        withExtendedLifetime(signals) {}
        return status
    }

    /// Takes up the descriptors of streams that the caller closed, so that no file or socket gets their numbers: what is
    /// written to standard output must not go to the cluster. Writing to them fails as it would have.
    private static func openStandardStreams() {
        for (descriptor, flags) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY)]
        where fcntl(descriptor, F_GETFD) < 0 {
            _ = unsafe open("/dev/null", flags)
        }
    }

    private static func workingDirectory() -> String? {
        guard let path = unsafe getcwd(nil, 0) else { return nil }
        defer { unsafe free(path) }
        return unsafe String(cString: path)
    }

    private static func processors() -> Int {
        min(max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1), 16)
    }
}
