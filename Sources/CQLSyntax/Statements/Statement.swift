/// One statement of a text.
public struct Statement: Hashable, Sendable {
    /// The text that it stands in.
    public let source: SourceText

    /// From the first to the last byte of its significant tokens: without the `;` and without comments around it.
    public let range: Range<Int>

    /// Its tokens in order, with the comments between them.
    public let tokens: ArraySlice<Token>

    /// The comments in front of it, since the statement before or the head of its part.
    public let leadingComments: ArraySlice<Token>

    /// What it is and what it names.
    public let summary: StatementSummary

    /// Its tokens without the comments between them.
    public var significantTokens: [Token] { tokens.filter { !$0.kind.isComment } }

    /// The text of the statement as it stands in the file; this is what is sent to a server.
    public var text: String { source.text(in: range) }

    /// The line and column of its first character.
    public var location: SourceLocation { source.location(at: range.lowerBound) }
}
