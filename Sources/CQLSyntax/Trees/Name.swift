/// A name of one part as the server knows it: bare words in lower case, quoted ones as they are.
public struct Name: Hashable, Sendable {
    /// The name without quotes.
    public let text: String

    /// Where it stands.
    public let span: Span

    /// Makes a name.
    public init(_ text: String, at span: Span = .none) {
        self.text = text
        self.span = span
    }
}

extension Name: CustomStringConvertible {
    /// The name as CQL, quoted where it must be.
    public var description: String { CQLIdentifier.quoted(text) }
}
