/// Why a text is not a version.
public struct MigrationVersionError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public enum Reason: Hashable, Sendable {
        /// There is no text.
        case empty
        /// A piece between separators is not made of the digits 0 to 9; it may be empty.
        case notANumber(String)
        /// A piece is a number that does not fit into 64 bits.
        case tooLarge(String)
    }

    /// The whole text.
    public let text: String
    /// What is wrong with it.
    public let reason: Reason

    /// Makes an error from its parts.
    public init(text: String, reason: Reason) {
        self.text = text
        self.reason = reason
    }

    /// A full sentence for people.
    public var description: String {
        switch reason {
        case .empty:
            "A version is missing; it is one or more numbers joined by `.` or `_`, such as `12` or `1.2`."
        case .notANumber(let piece) where piece.isEmpty:
            "`\(visible(text))` is not a version: a number is missing at a `.` or `_`, or on one side of it."
        case .notANumber(let piece):
            "`\(visible(text))` is not a version: `\(visible(piece))` is not a number of the digits 0 to 9."
        case .tooLarge(let piece):
            "`\(visible(text))` is not a version: \(visible(piece)) is larger than \(UInt64.max), the largest number."
        }
    }
}
