/// One statement of a text.
///
/// A class, and of constants only: statements are handed from list to list, and a copy of all that is known of one costs
/// more than what most readers do with it.
public final class Statement: Sendable {
    /// The text that it stands in, cut into tokens.
    public let lexed: LexedText

    /// Where its tokens are among those of the text.
    let tokenRange: Range<Int>

    /// Where the comments in front of it are among them; there can be a `;` between these.
    private let commentRange: Range<Int>

    /// From the first to the last byte of its significant tokens: without the `;` and without comments around it.
    public let range: Range<Int>

    /// What it is and what it names.
    public let summary: StatementSummary

    init(
        lexed: LexedText,
        tokenRange: Range<Int>,
        commentRange: Range<Int>,
        range: Range<Int>,
        summary: StatementSummary
    ) {
        self.lexed = lexed
        self.tokenRange = tokenRange
        self.commentRange = commentRange
        self.range = range
        self.summary = summary
    }

    /// The text that it stands in.
    public var source: SourceText { lexed.source }

    /// Its tokens in order, with the comments between them.
    public var tokens: ArraySlice<Token> { lexed.tokens[tokenRange] }

    /// The comments in front of it, since the statement before or the head of its part.
    public var leadingComments: ArraySlice<Token> {
        // An empty statement between them leaves its `;` there, and so does a statement with a comment in front of it.
        commentRange.isEmpty ? [] : lexed.tokens[commentRange].filter(\.kind.isComment)[...]
    }

    /// Whether there is a comment in front of it.
    public var hasLeadingComments: Bool {
        !commentRange.isEmpty && lexed.tokens[commentRange].contains(where: \.kind.isComment)
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
