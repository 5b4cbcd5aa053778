/// What is left of a process that has ended.
public struct ProcessResult: Equatable, Sendable, CustomStringConvertible {
    /// How a process ends.
    public enum Exit: Equatable, Sendable {
        /// By itself, with a status.
        case status(Int32)
        /// By a signal.
        case signal(Int32)
    }

    /// How it ended.
    public let exit: Exit
    /// All of its standard output; empty where that was not captured.
    public let output: String
    /// All of its standard error.
    public let error: String

    /// The status, or nil when a signal ended it.
    public var status: Int32? {
        if case .status(let status) = exit { status } else { nil }
    }

    /// Everything, for the message of a test that failed.
    public var description: String { "\(exit)\n--- stdout\n\(output)\n--- stderr\n\(error)" }
}
