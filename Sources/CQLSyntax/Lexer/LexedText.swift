/// A text and the tokens in it.
///
/// The tokens come in the order of the text and do not overlap; between them there are only blanks, tabs and line ends,
/// and a byte order mark at the head. The rules are those of Cassandra's `Lexer.g` in 3.11 to 6.0. Where the releases
/// differ, what one of them takes is taken, with one tolerance beyond them: a `--` or `//` comment may end with the
/// file, where all of them ask for a line end.
public struct LexedText: Sendable {
    /// Each statement of a text carries all of it along, so it is shared: a copy is one reference.
    private let storage: Storage

    /// Cuts a text into tokens.
    ///
    /// Takes any bytes.
    public init(_ source: SourceText, options: LexerOptions = .plain) {
        var lexer = Lexer(source, options: options)
        lexer.run()
        let diagnostics = source.encodingDiagnostics + lexer.finishedDiagnostics()
        storage = Storage(lexer, diagnostics.sorted { $0.range.lowerBound < $1.range.lowerBound })
    }

    /// Cuts a part of a text that begins and ends with tokens; of what is wrong, only what is wrong with these is told.
    init(_ source: SourceText, over range: Range<Int>) {
        var lexer = Lexer(source, options: .plain)
        lexer.run(over: range)
        storage = Storage(lexer, lexer.finishedDiagnostics())
    }

    /// The text.
    public var source: SourceText { storage.source }

    /// What was allowed in it.
    public var options: LexerOptions { storage.options }

    /// All tokens, comments included.
    public var tokens: [Token] { storage.tokens }

    /// The indices of the comments among ``tokens``.
    public var commentIndices: [Int] { storage.commentIndices }

    /// What is wrong with the encoding and with single tokens, in the order of the text.
    public var diagnostics: [Diagnostic] { storage.diagnostics }

    /// The words that ``Token/word`` counts.
    var words: [String] { storage.words }

    /// Whether any of the tokens is a name in double quotes.
    public var hasQuotedNames: Bool { storage.hasQuotedNames }

    /// Whether any of the tokens is a minus.
    var hasMinus: Bool { storage.hasMinus }

    /// Whether it is the very text, and not only an equal one.
    func isIdentical(to other: LexedText) -> Bool { storage === other.storage }

    /// The text of a token, as written.
    public func text(of token: Token) -> String { source.text(in: token.range) }

    private final class Storage: Sendable {
        let source: SourceText
        let options: LexerOptions
        let tokens: [Token]
        let commentIndices: [Int]
        let words: [String]
        let hasQuotedNames: Bool
        let hasMinus: Bool
        let diagnostics: [Diagnostic]

        init(_ lexer: borrowing Lexer, _ diagnostics: [Diagnostic]) {
            source = lexer.source
            options = lexer.options
            tokens = lexer.tokens
            commentIndices = lexer.comments
            words = lexer.words.words
            hasQuotedNames = lexer.hasQuotedNames
            hasMinus = lexer.hasMinus
            self.diagnostics = diagnostics
        }
    }
}

extension LexedText: Hashable {
    /// Whether two texts are equal and were cut into the same tokens.
    public static func == (left: LexedText, right: LexedText) -> Bool {
        left.isIdentical(to: right)
            || (left.source == right.source && left.options == right.options && left.tokens == right.tokens)
    }

    /// Hashes the text.
    public func hash(into hasher: inout Hasher) { hasher.combine(source) }
}
