/// Why a text is no fault.
public struct FaultSyntaxError: Error, Hashable, Sendable {
    /// What is wrong, a full sentence.
    public let message: String
    /// Where: the column of the first character that is wrong, counted from 1; one behind the last at the end.
    public let column: Int
}

extension FaultSyntaxError: CustomStringConvertible {
    /// The sentence with the column.
    public var description: String { "column \(column): \(message)" }
}
