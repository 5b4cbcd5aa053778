/// Tells what a comment is beside a comment.
struct CommentReader {
    private let source: SourceText
    private let token: Token

    init(_ token: Token, in source: SourceText) {
        self.token = token
        self.source = source
    }

    var role: CommentRole {
        guard let at = offsetOfAt else { return .remark }
        let end = contentEnd
        if let wordEnd = endOfDown(behind: at, before: end) {
            return downRole(at: at, wordEnd: wordEnd, end: end)
        }
        guard at + 1 < end, ASCII.isLetter(bytes[at + 1]) else { return .remark }
        let directive = directive(at: at, end: end)
        if isBlock { return isOneLine(at..<end) ? .directiveNearMiss(directive) : .remark }
        guard isCanonicalLead(upTo: at) else { return .directiveNearMiss(directive) }
        return isFirstOnLine ? .directive(directive) : .directiveBehindCode(directive)
    }

    private var bytes: [UInt8] { source.bytes }
    private var isBlock: Bool { token.kind == .blockComment }

    /// The offset of an `@` that is the first thing in the comment, behind further comment signs as in `--- @x` or
    /// `/** @x`.
    private var offsetOfAt: Int? {
        var index = token.range.lowerBound + 2
        let sign = isBlock ? UInt8(ascii: "*") : bytes[token.range.lowerBound]
        while index < token.range.upperBound, bytes[index] == sign { index += 1 }
        while index < token.range.upperBound, isPadding(bytes[index]) { index += 1 }
        return index < token.range.upperBound && bytes[index] == UInt8(ascii: "@") ? index : nil
    }

    /// Where the comment's content ends, without blanks.
    private var contentEnd: Int {
        var end = token.range.upperBound
        if isBlock, bytes[token.range].suffix(2).elementsEqual("*/".utf8) { end -= 2 }
        while end > token.range.lowerBound + 2, isPadding(bytes[end - 1]) { end -= 1 }
        return end
    }

    private func isPadding(_ byte: UInt8) -> Bool {
        isBlock ? ASCII.isWhiteSpace(byte) || byte == UInt8(ascii: "*") : ASCII.isBlank(byte)
    }

    /// Where the word `down` ends behind the `@`, in any case and also behind blanks, if nothing goes on with it that
    /// makes it another word.
    private func endOfDown(behind at: Int, before end: Int) -> Int? {
        var start = at + 1
        while start < end, ASCII.isBlank(bytes[start]) { start += 1 }
        let wordEnd = start + 4
        guard wordEnd <= end, bytes[start..<wordEnd].map(ASCII.lowercased).elementsEqual("down".utf8) else {
            return nil
        }
        if wordEnd < end, ASCII.isWord(bytes[wordEnd]) || bytes[wordEnd] == UInt8(ascii: "-") { return nil }
        return wordEnd
    }

    private func downRole(at: Int, wordEnd: Int, end: Int) -> CommentRole {
        if isBlock {
            guard isOneLine(at..<end) else { return .remark }
            return .downMarkerNearMiss("it is a block comment")
        }
        if token.kind == .slashComment { return .downMarkerNearMiss("it begins with `//`") }
        guard isCanonicalLead(upTo: at) else { return .downMarkerNearMiss("`--` and one blank must stand before `@`") }
        if !bytes[at..<wordEnd].elementsEqual("@down".utf8) {
            return .downMarkerNearMiss("it is written `@down`, in lower case and without a blank")
        }
        if wordEnd < end { return .downMarkerNearMiss("something follows `@down`") }
        if !isFirstOnLine { return .downMarkerNearMiss("it shares its line with something else") }
        return .downMarker
    }

    /// Whether exactly `--` and blanks, at least one, stand in front of the `@`.
    private func isCanonicalLead(upTo at: Int) -> Bool {
        let blanks = bytes[(token.range.lowerBound + 2)..<at]
        return token.kind == .dashComment && !blanks.isEmpty && blanks.allSatisfy(ASCII.isBlank)
    }

    /// Whether nothing but blanks stands in front of the comment on its line.
    private var isFirstOnLine: Bool {
        var start = token.range.lowerBound
        while start > source.contentStart, ASCII.isBlank(bytes[start - 1]) { start -= 1 }
        return start == source.contentStart || ASCII.isLineEnd(bytes[start - 1])
    }

    private func isOneLine(_ range: Range<Int>) -> Bool {
        !bytes[range].contains(where: ASCII.isLineEnd)
    }

    private func directive(at: Int, end: Int) -> Directive {
        var nameEnd = at + 1
        while nameEnd < end, !ASCII.isWhiteSpace(bytes[nameEnd]) { nameEnd += 1 }
        var argument = nameEnd
        while argument < end, ASCII.isWhiteSpace(bytes[argument]) { argument += 1 }
        return Directive(
            name: source.text(in: (at + 1)..<nameEnd),
            argument: source.text(in: argument..<end),
            range: token.range.lowerBound..<(isBlock ? token.range.upperBound : end),
            nameRange: at..<nameEnd,
            argumentRange: argument < end ? argument..<end : nameEnd..<nameEnd
        )
    }
}
