extension Lexer {
    /// Reads a comment that ends in front of the next line end or with the text.
    mutating func lexLineComment(_ kind: TokenKind) {
        emitComment(kind, to: text.lineEnd(from: offset + 2))
    }

    /// Reads a comment that ends with the first `*/`: block comments do not nest.
    mutating func lexBlockComment() {
        var end = offset + 2
        while end < text.count {
            if text[end] == UInt8(ascii: "*"), text.byte(at: end + 1) == UInt8(ascii: "/") {
                emitComment(.blockComment, to: end + 2)
                return
            }
            end += 1
        }
        report(
            Diagnostic(
                .unterminatedComment,
                "The comment that begins here has no `*/`.",
                range: offset..<(offset + 2),
                hint: "Close it with `*/`. An inner `/*` does not open another one."
            )
        )
        emitComment(.blockComment, to: text.count)
    }
}
