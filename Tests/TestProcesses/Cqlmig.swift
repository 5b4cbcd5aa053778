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
    ///   - environment: All of its environment: no setting of the machine that runs the tests gets in, but for what the
    ///     address sanitizer passes over.
    public static func command(
        _ arguments: [String],
        in directory: String,
        environment: [String: String] = [:],
        input: ProcessCommand.Input = .empty,
        output: ProcessCommand.Output = .captured
    ) -> ProcessCommand {
        let passed = ProcessInfo.processInfo.environment.filter { $0.key == "LSAN_OPTIONS" }
        return ProcessCommand(
            path, arguments, environment: environment.merging(passed) { own, _ in own }, directory: directory,
            input: input, output: output)
    }
}
