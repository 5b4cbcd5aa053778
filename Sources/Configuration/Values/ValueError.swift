/// A text is not the value that it should be.
public struct ValueError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong, as the rest of a sentence whose subject is the setting or the option: "must be …, not …".
    public var message: String

    /// Makes an error.
    public init(_ message: String) {
        self.message = message
    }

    /// The rest of the sentence.
    public var description: String { message }
}
