/// Walks over the significant tokens of a statement, and of the next one of its text.
struct TokenCursor {
    let source: SourceText
    private let tokens: [Token]
    /// The index of the current token.
    private var index = 0
    /// The index behind the last token of the statement.
    private var endIndex = 0

    init(_ lexed: LexedText) {
        source = lexed.source
        tokens = lexed.tokens
    }

    /// Goes to the first of the tokens of a statement.
    mutating func begin(_ range: Range<Int>) {
        index = range.lowerBound
        endIndex = range.upperBound
        skipComments()
    }

    /// Where the last token ends.
    var end: Int { endIndex > 0 ? tokens[endIndex - 1].range.upperBound : 0 }

    /// The current token, or nil behind the last.
    private(set) var token: Token?

    /// The keyword that the current token is.
    @inline(__always)
    var keyword: Keyword? { token?.keyword }

    /// The keyword that the token behind the current one is.
    var nextKeyword: Keyword? { keyword(behind: 1) }

    /// The keyword that a token further on is, comments left out.
    private func keyword(behind distance: Int) -> Keyword? {
        var left = distance
        for index in index..<endIndex where !tokens[index].kind.isComment {
            if left == 0 { return tokens[index].keyword }
            left -= 1
        }
        return nil
    }

    mutating func advance() {
        index += 1
        skipComments()
    }

    /// Steps over the current token if it is of a kind; returns whether it was.
    mutating func skip(_ kind: TokenKind) -> Bool {
        guard token?.kind == kind else { return false }
        advance()
        return true
    }

    /// Steps over a keyword if it stands here; returns whether it did.
    mutating func skip(_ first: Keyword) -> Bool {
        guard keyword == first else { return false }
        advance()
        return true
    }

    /// Steps over two keywords if both of them stand here in this order; returns whether they did.
    mutating func skip(_ first: Keyword, _ second: Keyword) -> Bool {
        guard keyword == first, keyword(behind: 1) == second else { return false }
        advance()
        advance()
        return true
    }

    /// Steps over three keywords if all of them stand here in this order; returns whether they did.
    mutating func skip(_ first: Keyword, _ second: Keyword, _ third: Keyword) -> Bool {
        guard keyword == first, keyword(behind: 1) == second, keyword(behind: 2) == third else { return false }
        advance()
        advance()
        advance()
        return true
    }

    /// Goes on to a keyword that stands outside of brackets; returns whether there is one.
    mutating func find(_ keyword: Keyword) -> Bool {
        var depth = 0
        while let token {
            switch token.kind {
            case .leftParenthesis, .leftBracket, .leftBrace: depth += 1
            case .rightParenthesis, .rightBracket, .rightBrace: depth -= 1
            case .identifier where depth <= 0:
                if self.keyword == keyword { return true }
            default: break
            }
            advance()
        }
        return false
    }

    private mutating func skipComments() {
        while index < endIndex, tokens[index].kind.isComment { index += 1 }
        token = index < endIndex ? tokens[index] : nil
    }
}

extension SourceText {
    /// What a token of this text stands for: a name in the form the server knows, the content of a literal without its
    /// quotes; anything else as it is written.
    public func value(of token: Token) -> String {
        let range = token.range.clamped(to: self.bytes.indices)
        if token.kind == .identifier { return CQLIdentifier.folded(self.bytes, in: range) }
        let bytes = self.bytes[range]
        switch token.kind {
        case .quotedIdentifier:
            return CQLIdentifier.unquoted(Array(bytes), quote: UInt8(ascii: "\"")) ?? text(in: token.range)
        case .stringLiteral:
            return CQLIdentifier.unquoted(Array(bytes), quote: UInt8(ascii: "'")) ?? text(in: token.range)
        case .dollarString where bytes.count >= 4 && bytes.suffix(2).elementsEqual("$$".utf8):
            return String(decoding: bytes.dropFirst(2).dropLast(2), as: UTF8.self)
        default:
            return text(in: token.range)
        }
    }
}
