extension Statement {
    /// The directives in front of it, in order: comment lines `-- @name …` since the statement before or, for the first
    /// one, since the head of the file.
    public var directives: [Directive] { leadingComments.directives(in: source) }
}

extension Collection<Token> {
    /// The directives among comments.
    func directives(in source: SourceText) -> [Directive] {
        compactMap { token in
            guard token.kind == .dashComment, case .directive(let directive) = CommentReader(token, in: source).role
            else { return nil }
            return directive
        }
    }
}
