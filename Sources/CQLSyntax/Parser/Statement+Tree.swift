extension Statement {
    /// Reads the statement to its last word.
    ///
    /// What is read are the grammars of 3.11 to 6.0, or that of one release; the statement's names are not looked up
    /// anywhere. Text that the server refuses while it parses is refused here as well, and says where and why.
    ///
    /// - Parameter release: the release that must be able to read the statement; nil for any of them.
    /// - Throws: what is wrong first, with its place in ``source``.
    public func tree(for release: CassandraRelease? = nil) throws(SyntaxError) -> StatementTree {
        try refuseHalfConstants(tokens, in: source)
        var parser = Parser(tokens, words, in: source, for: release)
        return try parser.statement()
    }
}

extension StatementTree {
    /// Reads a text of one statement, as a server takes a query: `;` may follow it, and nothing else.
    ///
    /// - Parameters:
    ///   - text: the statement.
    ///   - release: the release that must be able to read it; nil for any of them.
    /// - Throws: what is wrong first, with its place in the text.
    public init(parsing text: String, for release: CassandraRelease? = nil) throws(SyntaxError) {
        let lexed = LexedText(SourceText(name: "statement", text: text))
        if let diagnostic = lexed.diagnostics.first(where: { $0.severity == .error }) { throw SyntaxError(diagnostic) }
        try refuseHalfConstants(lexed.tokens[...], in: lexed.source)
        var parser = Parser(lexed.tokens[...], lexed.words, in: lexed.source, for: release)
        self = try parser.statement()
    }
}

/// Refuses a minus directly in front of a word that begins like `NaN` or `Infinity` and is neither: the servers' lexers
/// have made up their minds by then (`-n` is an error of all releases, `- n` is none).
func refuseHalfConstants(_ tokens: ArraySlice<Token>, in source: SourceText) throws(SyntaxError) {
    let tokens = tokens.span
    var next = 1
    while next < tokens.count {
        defer { next += 1 }
        guard tokens[next - 1].kind == .minus else { continue }
        let minus = tokens[next - 1]
        let token = tokens[next]
        guard token.kind == .identifier, token.range.lowerBound == minus.range.upperBound else { continue }
        let first = source.bytes[token.range.lowerBound] | 0x20
        guard first == UInt8(ascii: "n") || first == UInt8(ascii: "i") else { continue }
        let word = source.text(in: token.range).lowercased()
        // What follows the constant directly is the next token to the servers, and an error of its own to the parser.
        guard !word.hasPrefix("nan"), !word.hasPrefix("infinity") else { continue }
        throw SyntaxError(
            Diagnostic(
                .syntax,
                "A minus directly in front of \(source.excerpt(of: token)) reads as the beginning of `-NaN` or "
                    + "`-Infinity`.", range: minus.range.lowerBound..<token.range.upperBound,
                hint: "Put a blank between them."))
    }
}
