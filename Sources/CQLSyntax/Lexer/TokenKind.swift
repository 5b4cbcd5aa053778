/// What a token is.
///
/// The kinds are those of Cassandra's `Lexer.g`, with these differences: keywords and booleans are identifiers, since
/// most keywords may name things (``Keyword`` tells them apart); comments are kept; and what Cassandra's lexer refuses
/// is a token as well, ``invalid``, so that every byte is in a token or is white space.
public enum TokenKind: UInt8, Hashable, Sendable, CaseIterable {
    /// A word: a bare name, a keyword, `true`, `NaN`.
    case identifier
    /// A name in `"…"`, also the empty one.
    case quotedIdentifier
    /// Text in `'…'`.
    case stringLiteral
    /// Text in `$$…$$`.
    case dollarString
    /// `42`, `-42`: a minus directly in front of a digit belongs to the number.
    case integer
    /// `1.5`, `1.`, `1e10`.
    case float
    /// `0xCAFE`, and `0x`.
    case hexBlob
    /// A bare UUID.
    case uuid
    /// `1h30m`, `P1Y2M`, `PT5M`, `P0001-02-03T04:05:06`.
    case duration
    /// `?`. A named marker is a ``colon`` and a name, as in Cassandra's lexer: in `{a:b}` it is no marker.
    case bindMarker
    /// A word with one or more `${name}` in it; only where ``LexerOptions/placeholders`` asks for them.
    case placeholder

    /// `;`
    case semicolon
    /// `,`
    case comma
    /// `.`
    case dot
    /// `..`
    case range
    /// `:`
    case colon
    /// `(`
    case leftParenthesis
    /// `)`
    case rightParenthesis
    /// `[`
    case leftBracket
    /// `]`
    case rightBracket
    /// `{`
    case leftBrace
    /// `}`
    case rightBrace
    /// `*`
    case star
    /// `+`
    case plus
    /// `-`
    case minus
    /// `/`
    case slash
    /// `%`
    case percent
    /// `=`
    case equal
    /// `!=`
    case notEqual
    /// `<`
    case less
    /// `<=`
    case lessOrEqual
    /// `>`
    case greater
    /// `>=`
    case greaterOrEqual
    /// `+=`
    case plusEqual
    /// `-=`
    case minusEqual

    /// `-- …` up to the line end, which it does not hold.
    case dashComment
    /// `// …` up to the line end, which it does not hold.
    case slashComment
    /// `/* … */`; the first `*/` ends it.
    case blockComment

    /// What no release's lexer takes. There is a diagnostic for it.
    case invalid

    /// Whether it is one of the three forms of a comment.
    public var isComment: Bool {
        switch self {
        case .dashComment, .slashComment, .blockComment: true
        default: false
        }
    }
}
