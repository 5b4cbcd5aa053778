/// A call of a function of the server or of the user's.
public struct FunctionCall: Hashable, Sendable {
    /// The function.
    public let function: QualifiedName

    /// What it is called with.
    public let arguments: [Term]

    /// Makes a call.
    public init(_ function: QualifiedName, _ arguments: [Term]) {
        self.function = function
        self.arguments = arguments
    }
}
