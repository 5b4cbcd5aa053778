extension Statement {
    /// Reads the statement to its last word.
    ///
    /// What is read are the grammars of 3.11 to 6.0, or that of one release; the statement's names are not looked up
    /// anywhere. Text that the server refuses while it parses is refused here as well, and says where and why.
    ///
    /// - Parameter release: the release that must be able to read the statement; nil for any of them.
    /// - Throws: what is wrong first, with its place in ``source``.
    public func tree(for release: CassandraRelease? = nil) throws(SyntaxError) -> StatementTree {
        var reader = TreeReader(lexed, for: release)
        return try reader.tree(of: tokenRange)
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
        var reader = TreeReader(lexed, for: release)
        self = try reader.tree(of: lexed.tokens.indices)
    }
}
