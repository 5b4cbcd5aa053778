import CQLSyntax

extension SyntaxError {
    /// The error as the server begins it: the line counted from 1, the column from 0, the text that does not fit.
    ///
    /// What the server adds (the tokens around it, and what its generated parser expected) is not known here.
    func serverWords(in cql: String) -> String {
        let bytes = Array(cql.utf8)
        let start = min(diagnostic.range.lowerBound, bytes.count)
        let end = min(max(diagnostic.range.upperBound, start), bytes.count)
        guard start < bytes.count, start < end else {
            return "line 0:-1 no viable alternative at input '<EOF>'"
        }
        let before = bytes[..<start]
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        // The parser counts UTF-16 code units, as Java's strings do.
        let column = String(decoding: bytes[lineStart..<start], as: UTF8.self).utf16.count
        let text = String(decoding: bytes[start..<end], as: UTF8.self)
        return "line \(line):\(column) no viable alternative at input '\(text)' (\(diagnostic.message))"
    }
}
