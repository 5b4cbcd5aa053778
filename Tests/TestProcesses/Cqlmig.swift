import FoundationEssentials

/// The tool as it is called from a shell.
public enum Cqlmig {
    /// Its binary: CQLMIG_BINARY, or the one that was built with the tests.
    public static let path: String = {
        if let path = ProcessInfo.processInfo.environment["CQLMIG_BINARY"], !path.isEmpty { return path }
        let bundle = CommandLine.arguments.first ?? ""
        return (bundle.lastIndex(of: "/").map { String(bundle[...$0]) } ?? "") + "cqlmig"
    }()

    /// A command line of it.
    ///
    /// - Parameters:
    ///   - arguments: What follows its name.
    ///   - directory: The working directory.
    ///   - environment: All of its environment: no setting of the machine that runs the tests gets in, but for the
    ///     options that the program gets where it is built with a sanitizer (`PROGRAM_ASAN_OPTIONS`).
    public static func command(
        _ arguments: [String],
        in directory: String,
        environment: [String: String] = [:],
        input: ProcessCommand.Input = .empty,
        output: ProcessCommand.Output = .captured
    ) -> ProcessCommand {
        var environment = environment
        environment["ASAN_OPTIONS"] = ProcessInfo.processInfo.environment["PROGRAM_ASAN_OPTIONS"]
        return ProcessCommand(
            path, arguments, environment: environment, directory: directory, input: input, output: output)
    }
}
