extension SourceText {
    /// A token as a message names it: in backquotes as it is written, if that is short and on one line, otherwise its
    /// beginning.
    ///
    /// Strings are not shown: behind a quote that is missing or one too many, any of them may be a password.
    func excerpt(of token: Token) -> String {
        switch token.kind {
        case .stringLiteral, .dollarString: "a string"
        default: excerpt(of: token.range)
        }
    }

    /// The beginning of a range in backquotes.
    func excerpt(of range: Range<Int>) -> String {
        let scalars = text(in: range.prefix(160)).unicodeScalars
        let shown = scalars.prefix { $0 != "\n" && $0 != "\r" }.prefix(40)
        let isWhole = shown.count == scalars.count && range.count <= 160
        return "`\(String(shown))\(isWhole ? "" : "…")`"
    }
}
