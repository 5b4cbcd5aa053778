/// Walks over the significant tokens of a statement.
struct TokenCursor {
    let source: SourceText
    /// Where the last token ends.
    let end: Int
    private let tokens: ArraySlice<Token>
    /// The index of the current token.
    private var index: Int

    init(_ tokens: ArraySlice<Token>, in source: SourceText) {
        self.source = source
        self.tokens = tokens
        end = tokens.last?.range.upperBound ?? 0
        index = tokens.startIndex
        skipComments()
    }

    /// The current token, or nil behind the last.
    private(set) var token: Token?

    /// The keyword that the current token is.
    @inline(__always)
    var keyword: Keyword? { token?.keyword }

    /// The keyword that the token behind the current one is.
    var nextKeyword: Keyword? { Self.keyword(1, behind: index, in: tokens) }

    /// The keyword that a token further on is, comments left out.
    private static func keyword(_ distance: Int, behind index: Int, in tokens: ArraySlice<Token>) -> Keyword? {
        var left = distance
        for index in index..<tokens.endIndex where !tokens[index].kind.isComment {
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
        guard keyword == first, Self.keyword(1, behind: index, in: tokens) == second else { return false }
        advance()
        advance()
        return true
    }

    /// Steps over three keywords if all of them stand here in this order; returns whether they did.
    mutating func skip(_ first: Keyword, _ second: Keyword, _ third: Keyword) -> Bool {
        guard keyword == first, Self.keyword(1, behind: index, in: tokens) == second,
            Self.keyword(2, behind: index, in: tokens) == third
        else { return false }
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
        while index < tokens.endIndex, tokens[index].kind.isComment { index += 1 }
        token = index < tokens.endIndex ? tokens[index] : nil
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
