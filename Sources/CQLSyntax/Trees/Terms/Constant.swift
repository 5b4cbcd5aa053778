/// A single value as it is written.
public struct Constant: Hashable, Sendable {
    /// What kind of literal it is.
    public enum Kind: Hashable, Sendable {
        /// Text between `'` or `$$`.
        case string
        /// Digits, perhaps with a sign.
        case integer
        /// A number with a point or an exponent, `NaN` or `Infinity`, perhaps with a sign.
        case float
        /// `true` or `false`.
        case boolean
        /// A UUID without quotes.
        case uuid
        /// `0x…`.
        case hex
        /// `1h30m`, `PT1H`.
        case duration
        /// A bare word, which only the value of a property can be.
        case word
    }

    /// What kind of literal it is.
    public let kind: Kind

    /// The text between the quotes of a string, otherwise what is written.
    public let text: String

    /// Where it stands.
    public let span: Span

    /// Makes a constant.
    public init(_ kind: Kind, _ text: String, at span: Span = .none) {
        self.kind = kind
        self.text = text
        self.span = span
    }
}
