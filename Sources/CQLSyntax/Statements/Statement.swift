/// One statement of a text.
///
/// A class, and of constants only: statements are handed from list to list, and a copy of all that is known of one costs
/// more than what most readers do with it.
public final class Statement: Sendable {
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

    /// The words of the text that ``Token/word`` counts.
    let words: [String]

    init(
        source: SourceText,
        range: Range<Int>,
        tokens: ArraySlice<Token>,
        words: [String],
        leadingComments: ArraySlice<Token>,
        summary: StatementSummary
    ) {
        self.source = source
        self.range = range
        self.tokens = tokens
        self.words = words
        self.leadingComments = leadingComments
        self.summary = summary
    }

    /// Its tokens without the comments between them.
    public var significantTokens: [Token] { tokens.filter { !$0.kind.isComment } }

    /// The text of the statement as it stands in the file; this is what is sent to a server.
    public var text: String { source.text(in: range) }

    /// The line and column of its first character.
    public var location: SourceLocation { source.location(at: range.lowerBound) }
}

extension Statement: Hashable {
    /// Whether two statements are the same text at the same place of equal texts.
    public static func == (left: Statement, right: Statement) -> Bool {
        left === right
            || (left.range == right.range && left.source == right.source && left.tokens == right.tokens
                && left.leadingComments == right.leadingComments && left.summary == right.summary)
    }

    /// Hashes the place and what it is.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(range)
        hasher.combine(summary)
    }
}
