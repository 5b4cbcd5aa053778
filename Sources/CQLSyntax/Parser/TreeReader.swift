/// Reads statements to their last words, one after the other.
///
/// It is for those who read all statements of a script: what they share is taken up once.
public struct TreeReader {
    private var parser: Parser

    /// Makes a reader of the statements of a text.
    ///
    /// - Parameter release: the release that must be able to read them; nil for any of them.
    public init(_ lexed: LexedText, for release: CassandraRelease? = nil) {
        parser = Parser(lexed, for: release)
    }

    /// Reads a statement: see ``Statement/tree(for:)``.
    ///
    /// Takes statements of other texts as well, and those faster that follow in the same one.
    ///
    /// - Throws: what is wrong first, with its place in the text.
    public mutating func tree(of statement: Statement) throws(SyntaxError) -> StatementTree {
        if !statement.lexed.isIdentical(to: parser.lexed) { parser = Parser(statement.lexed, for: parser.release) }
        return try tree(of: statement.tokenRange)
    }

    /// Reads the statement that some of the tokens of the text are.
    mutating func tree(of tokens: Range<Int>) throws(SyntaxError) -> StatementTree {
        if parser.lexed.hasMinus { try Self.refuseHalfConstants(parser.tokens[tokens], in: parser.source) }
        return try parser.statement(of: tokens)
    }

    /// Refuses a minus directly in front of a word that begins like `NaN` or `Infinity` and is neither: the servers'
    /// lexers have made up their minds by then (`-n` is an error of all releases, `- n` is none).
    private static func refuseHalfConstants(
        _ tokens: ArraySlice<Token>, in source: SourceText
    ) throws(SyntaxError) {
        for index in tokens.indices.dropFirst() where tokens[index - 1].kind == .minus {
            let minus = tokens[index - 1]
            let token = tokens[index]
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
}
