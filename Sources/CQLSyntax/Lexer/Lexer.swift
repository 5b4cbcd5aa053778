/// Cuts the bytes of a text into tokens.
///
/// Each token is found by its first bytes alone and always takes at least one byte, so the lexer reads every input once
/// and to its end.
struct Lexer {
    let source: SourceText
    let text: ScannedBytes
    let options: LexerOptions
    let keywords = Keyword.lookup
    var words = WordTable()
    var offset: Int
    private(set) var tokens: [Token] = []
    /// The indices of the comments among the tokens.
    private(set) var comments: [Int] = []
    /// Whether any token is a name in double quotes.
    private(set) var hasQuotedNames = false
    /// Whether any token is a minus.
    private(set) var hasMinus = false
    private var problems = DiagnosticCollector()

    init(_ source: SourceText, options: LexerOptions) {
        self.source = source
        text = ScannedBytes(bytes: source.bytes)
        self.options = options
        offset = source.contentStart
    }

    /// Cuts all of the text.
    mutating func run() {
        tokens.reserveCapacity(text.count / 5)
        run(upTo: text.count)
    }

    /// Cuts a part of the text that begins and ends with tokens.
    mutating func run(over range: Range<Int>) {
        offset = max(range.lowerBound, source.contentStart)
        run(upTo: range.upperBound)
    }

    private mutating func run(upTo end: Int) {
        while true {
            offset = text.whiteSpaceEnd(from: offset)
            guard offset < end else { return }
            let byte = text[offset]
            if ASCII.isLetter(byte) {
                lexWord()
            } else if ASCII.isDigit(byte) {
                lexNumber(from: offset)
            } else {
                lexSign(byte)
            }
        }
    }

    func finishedDiagnostics() -> [Diagnostic] { problems.diagnostics }

    /// The byte `distance` behind the current one, or 0 behind the end.
    @inline(__always)
    func peek(_ distance: Int = 1) -> UInt8 { text.byte(at: offset &+ distance) }

    /// Ends a token that began at `start` at `end`, and goes on there.
    @inline(__always)
    mutating func emit(_ kind: TokenKind, from start: Int, to end: Int) {
        tokens.append(Token(kind, start..<end))
        offset = end
    }

    /// Ends a word that began at `start` at `end`, and goes on there.
    @inline(__always)
    mutating func emitWord(from start: Int, to end: Int, _ keyword: Keyword?, _ word: Int32) {
        tokens.append(Token(.identifier, start..<end, keyword: keyword, word: word))
        offset = end
    }

    /// Ends a comment that began at the current byte.
    mutating func emitComment(_ kind: TokenKind, to end: Int) {
        comments.append(tokens.count)
        emit(kind, from: offset, to: end)
    }

    private mutating func emitSign(_ kind: TokenKind, length: Int = 1) {
        emit(kind, from: offset, to: offset + length)
    }

    mutating func report(_ diagnostic: Diagnostic) { problems.add(diagnostic) }

    private mutating func lexSign(_ byte: UInt8) {
        if let kind = Self.sign(byte) {
            emitSign(kind)
            return
        }
        switch byte {
        case UInt8(ascii: "'"): lexString()
        case UInt8(ascii: "\""):
            hasQuotedNames = true
            lexQuotedName()
        case UInt8(ascii: "$"): lexDollar()
        case UInt8(ascii: "-"): lexMinus()
        case UInt8(ascii: "/"): lexSlash()
        case UInt8(ascii: "."):
            if peek() == UInt8(ascii: ".") { emitSign(.range, length: 2) } else { emitSign(.dot) }
        case UInt8(ascii: "+"): emitSign(.plus, or: .plusEqual)
        case UInt8(ascii: "<"): emitSign(.less, or: .lessOrEqual)
        case UInt8(ascii: ">"): emitSign(.greater, or: .greaterOrEqual)
        case UInt8(ascii: "!") where peek() == UInt8(ascii: "="): emitSign(.notEqual, length: 2)
        default: lexUnexpected()
        }
    }

    /// The kind of a sign that is a token whatever follows it.
    private static func sign(_ byte: UInt8) -> TokenKind? {
        switch byte {
        case UInt8(ascii: ";"): .semicolon
        case UInt8(ascii: ","): .comma
        case UInt8(ascii: ":"): .colon
        case UInt8(ascii: "("): .leftParenthesis
        case UInt8(ascii: ")"): .rightParenthesis
        case UInt8(ascii: "["): .leftBracket
        case UInt8(ascii: "]"): .rightBracket
        case UInt8(ascii: "{"): .leftBrace
        case UInt8(ascii: "}"): .rightBrace
        case UInt8(ascii: "*"): .star
        case UInt8(ascii: "?"): .bindMarker
        case UInt8(ascii: "%"): .percent
        case UInt8(ascii: "="): .equal
        default: nil
        }
    }

    private mutating func emitSign(_ kind: TokenKind, or kindBeforeEqual: TokenKind) {
        if peek() == UInt8(ascii: "=") { emitSign(kindBeforeEqual, length: 2) } else { emitSign(kind) }
    }

    private mutating func lexMinus() {
        switch peek() {
        case UInt8(ascii: "-"): lexLineComment(.dashComment)
        case UInt8(ascii: "="): emitSign(.minusEqual, length: 2)
        case UInt8(ascii: "P"): lexNegativeDuration()
        case let next where ASCII.isDigit(next): lexNumber(from: offset)
        default:
            hasMinus = true
            emitSign(.minus)
        }
    }

    private mutating func lexSlash() {
        switch peek() {
        case UInt8(ascii: "/"): lexLineComment(.slashComment)
        case UInt8(ascii: "*"): lexBlockComment()
        default: emitSign(.slash)
        }
    }
}
