/// Reads one statement from its tokens, by recursive descent over the grammars of 3.11 to 6.0.
///
/// Where the releases differ, the union of their grammars is read, and what the release asked for does not know is
/// refused with the name of the one that brought it.
struct Parser {
    /// How deep brackets may nest: the server's own stack ends somewhere as well, and nobody writes as much.
    static let nestingLimit = 100
    /// How many operators or field selections may follow each other, as each makes the tree one level deeper.
    static let chainLimit = 500

    let lexed: LexedText
    let bytes: [UInt8]
    let tokens: [Token]
    /// The words of the text that ``Token/word`` counts.
    let words: [String]
    let release: CassandraRelease?
    /// The index behind the last token of the statement.
    private var endIndex = 0
    /// Where that token ends.
    private(set) var end = 0

    /// Where the parser is; kept apart so that a look ahead can be taken back.
    struct Position {
        var index = 0
        /// The kind of the current token, or nil behind the last.
        var kind: TokenKind?
        var range = 0..<0
        /// The keyword that the current token is.
        var keyword: Keyword?
        /// The index of the token behind it, comments left out, its kind and its keyword: most decisions are made by it.
        var nextIndex = 0
        var nextKind: TokenKind?
        var nextKeyword: Keyword?
        var nextRange = 0..<0
        /// Where the token before the current one ends.
        var previousEnd = 0
        /// How many bind markers have been read.
        var markers = 0
    }

    var position = Position()
    var depth = 0
    /// How many brackets are open in a selector, inside of which 3.11 takes values only.
    var literals = 0
    /// Whether it is a transaction of 6.0, where what is written can be what has been read.
    var isInTransaction = false

    init(_ lexed: LexedText, for release: CassandraRelease?) {
        self.lexed = lexed
        bytes = lexed.source.bytes
        tokens = lexed.tokens
        words = lexed.words
        self.release = release
    }

    /// Goes to the first of the tokens of a statement, and forgets the one before it.
    mutating func begin(_ range: Range<Int>) {
        endIndex = range.upperBound
        end = range.isEmpty ? 0 : tokens[range.upperBound - 1].range.upperBound
        let start = range.isEmpty ? 0 : tokens[range.lowerBound].range.lowerBound
        depth = 0
        literals = 0
        isInTransaction = false
        position = Position(index: range.lowerBound, range: end..<end, nextIndex: range.lowerBound - 1)
        // The first one comes to be the next one, and then the current one.
        findNext()
        advance()
        position.previousEnd = start
    }

    /// The text that is read.
    var source: SourceText { lexed.source }

    /// The kind of the current token, or nil behind the last.
    @inline(__always)
    var kind: TokenKind? { position.kind }

    /// The keyword that the current token is.
    @inline(__always)
    var keyword: Keyword? { position.keyword }

    /// The kind of the token behind the current one, or nil where there is none.
    @inline(__always)
    var nextKind: TokenKind? { position.nextKind }

    /// The keyword that the token behind the current one is.
    @inline(__always)
    var nextKeyword: Keyword? { position.nextKeyword }

    /// The bytes of the current token; empty behind the last.
    @inline(__always)
    var range: Range<Int> { position.range }

    /// Steps over the current token.
    mutating func advance() {
        position.previousEnd = position.range.upperBound
        position.index = position.nextIndex
        position.kind = position.nextKind
        position.keyword = position.nextKeyword
        guard position.index < endIndex else {
            position.range = end..<end
            return
        }
        position.range = position.nextRange
        findNext()
    }

    @inline(__always)
    private mutating func findNext() {
        var index = position.nextIndex + 1
        while index < endIndex {
            let token = tokens[index]
            if token.kind.isComment {
                index += 1
                continue
            }
            position.nextIndex = index
            position.nextKind = token.kind
            position.nextKeyword = token.keyword
            position.nextRange = token.range
            return
        }
        position.nextIndex = index
        position.nextKind = nil
        position.nextKeyword = nil
    }

    /// The token `distance` behind the current one, comments left out, or nil where there is none.
    func token(ahead distance: Int) -> Token? {
        var index = position.index
        var left = distance
        while left > 0 {
            index += 1
            guard index < endIndex else { return nil }
            if !tokens[index].kind.isComment { left -= 1 }
        }
        return index < endIndex ? tokens[index] : nil
    }

    func kind(ahead distance: Int) -> TokenKind? { token(ahead: distance)?.kind }

    /// Steps over the current token if it is of a kind; returns whether it was.
    @inline(__always)
    mutating func skip(_ kind: TokenKind) -> Bool {
        guard position.kind == kind else { return false }
        advance()
        return true
    }

    /// Steps over the current token if it is a keyword; returns whether it was.
    @inline(__always)
    mutating func skip(_ keyword: Keyword) -> Bool {
        guard position.keyword == keyword else { return false }
        advance()
        return true
    }

    /// Steps over two keywords if both stand here; returns whether they did.
    mutating func skip(_ first: Keyword, _ second: Keyword) -> Bool {
        guard position.keyword == first, nextKeyword == second else { return false }
        advance()
        advance()
        return true
    }

    /// Steps over a sign that must stand here.
    mutating func expect(_ kind: TokenKind, _ expected: String) throws(SyntaxError) {
        guard position.kind == kind else { throw unexpected(expected) }
        advance()
    }

    /// Steps over a keyword that must stand here.
    mutating func expect(_ keyword: Keyword) throws(SyntaxError) {
        guard position.keyword == keyword else { throw missing(keyword) }
        advance()
    }

    /// Goes one level deeper, or refuses to.
    mutating func descend() throws(SyntaxError) {
        depth += 1
        guard depth <= Self.nestingLimit else { throw nestedTooDeeply() }
    }

    /// Comes back from a level below.
    mutating func ascend() { depth -= 1 }

    /// Whether what a release brought may be read.
    func knows(_ introduced: CassandraRelease) -> Bool {
        guard let release else { return true }
        return release >= introduced
    }
}
