/// A piece of CQL that the grammar does not look into, and where it is.
public struct Token: Hashable, Sendable {
    /// What it is.
    public let kind: TokenKind

    /// Its bytes in the text, quotes and comment signs included.
    public let range: Range<Int>

    /// Makes a token.
    public init(_ kind: TokenKind, _ range: Range<Int>) {
        self.kind = kind
        self.range = range
    }
}
