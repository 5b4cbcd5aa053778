/// A program to start, with everything that it gets from its parent.
public struct ProcessCommand: Sendable {
    /// Where its standard input comes from.
    public enum Input: Sendable {
        /// Nowhere: it is at its end at once.
        case empty
        /// A text of at most 64 KiB, then the end.
        case text(String)
        /// A pipe that is open until `ChildProcess.closeInput()`.
        case open
    }

    /// Where its standard output goes.
    public enum Output: Sendable {
        /// To the test.
        case captured
        /// Into a pipe that nobody reads any more, as behind `| head -0`.
        case closedPipe
        /// To a file, such as `/dev/full`.
        case file(String)
    }

    /// The path of the program.
    public var path: String
    /// Its arguments, without the name of the program.
    public var arguments: [String]
    /// All of its environment.
    public var environment: [String: String]
    /// Its working directory; nil: that of the tests.
    public var directory: String?
    /// Its standard input.
    public var input: Input
    /// Its standard output. Standard error is always captured.
    public var output: Output

    /// A program with what is usual: nothing to read, everything captured.
    public init(
        _ path: String,
        _ arguments: [String] = [],
        environment: [String: String] = [:],
        directory: String? = nil,
        input: Input = .empty,
        output: Output = .captured
    ) {
        self.path = path
        self.arguments = arguments
        self.environment = environment
        self.directory = directory
        self.input = input
        self.output = output
    }
}
