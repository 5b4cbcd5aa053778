/// A text and the tokens in it.
///
/// The tokens come in the order of the text and do not overlap; between them there are only blanks, tabs and line ends,
/// and a byte order mark at the head. The rules are those of Cassandra's `Lexer.g` in 3.11 to 6.0. Where the releases
/// differ, what one of them takes is taken, with one tolerance beyond them: a `--` or `//` comment may end with the
/// file, where all of them ask for a line end.
public struct LexedText: Hashable, Sendable {
    /// The text.
    public let source: SourceText

    /// What was allowed in it.
    public let options: LexerOptions

    /// All tokens, comments included.
    public let tokens: [Token]

    /// The indices of the comments among ``tokens``.
    public let commentIndices: [Int]

    /// The words that ``Token/word`` counts.
    let words: [String]

    /// What is wrong with the encoding and with single tokens, in the order of the text.
    public let diagnostics: [Diagnostic]

    /// Cuts a text into tokens.
    ///
    /// Takes any bytes.
    public init(_ source: SourceText, options: LexerOptions = .plain) {
        self.source = source
        self.options = options
        var lexer = Lexer(source, options: options)
        lexer.run()
        tokens = lexer.tokens
        commentIndices = lexer.comments
        words = lexer.words.words
        diagnostics = (source.encodingDiagnostics + lexer.finishedDiagnostics())
            .sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// The text of a token, as written.
    public func text(of token: Token) -> String { source.text(in: token.range) }
}
