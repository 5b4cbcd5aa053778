extension SourceText {
    /// Reads one statement again of which it is known where it stands.
    ///
    /// The places in the tree are those in the whole text.
    ///
    /// - Parameters:
    ///   - range: the bytes of the statement, as ``Statement/range`` has them; what lies outside of the text is left out.
    ///   - release: the release that must be able to read it; nil for any of them.
    /// - Throws: what is wrong first.
    public func tree(in range: Range<Int>, for release: CassandraRelease? = nil) throws(SyntaxError) -> StatementTree {
        let range = range.clamped(to: bytes.indices)
        let lexed = LexedText(self, over: range)
        if let diagnostic = lexed.diagnostics.first { throw SyntaxError(diagnostic) }
        var reader = TreeReader(lexed, for: release)
        return try reader.tree(of: lexed.tokens.indices)
    }
}
