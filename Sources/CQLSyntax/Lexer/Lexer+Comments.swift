extension Lexer {
    /// Reads a comment that ends in front of the next line end or with the text.
    mutating func lexLineComment(_ kind: TokenKind) {
        var end = offset + 2
        while end < bytes.count, !ASCII.isLineEnd(bytes[end]) { end += 1 }
        emit(kind, from: offset, to: end)
    }

    /// Reads a comment that ends with the first `*/`: block comments do not nest.
    mutating func lexBlockComment() {
        var end = offset + 2
        while end < bytes.count {
            if bytes[end] == UInt8(ascii: "*"), byte(at: end + 1) == UInt8(ascii: "/") {
                emit(.blockComment, from: offset, to: end + 2)
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
        emit(.blockComment, from: offset, to: bytes.count)
    }
}
