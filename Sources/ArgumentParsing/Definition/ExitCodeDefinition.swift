/// An exit code and what it tells the caller of the program.
public struct ExitCodeDefinition: Sendable, Equatable {
    /// The code.
    public var code: Int32
    /// What it means, in one line.
    public var meaning: String

    /// Defines an exit code.
    public init(_ code: Int32, _ meaning: String) {
        self.code = code
        self.meaning = meaning
    }
}
