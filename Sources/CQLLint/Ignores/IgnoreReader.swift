import CQLSyntax

/// Finds the comments of a script that silence rules.
struct IgnoreReader {
    private let parsed: ParsedScript

    init(_ parsed: ParsedScript) { self.parsed = parsed }

    private static let prefix = "cqlmig:"
    private static let ofStatement = "cqlmig:ignore"
    private static let ofFile = "cqlmig:ignore-file"

    /// The comments in the order of the text.
    var comments: [IgnoreComment] {
        parsed.lexed.commentIndices.compactMap { comment(parsed.lexed.tokens[$0]) }
    }

    private func comment(_ token: Token) -> IgnoreComment? {
        guard parsed.source.bytes[token.range].contains(UInt8(ascii: ":")) else { return nil }
        var text = Substring(parsed.source.text(in: token.range)).dropFirst(2)
        if token.kind == .blockComment, text.hasSuffix("*/") { text = text.dropLast(2) }
        let words = text.split(whereSeparator: \.isWhitespace)
        guard let first = words.first.map(String.init), first.lowercased().hasPrefix(Self.prefix) else { return nil }
        let rest = words.dropFirst()
        let names = rest.prefix { $0 != "--" }
        let scope: IgnoreComment.Scope =
            switch first {
            case Self.ofFile: .file
            case Self.ofStatement: statement(behind: token)
            default: .unknownWord(first)
            }
        return IgnoreComment(
            range: token.range, rules: names.flatMap { $0.split(separator: ",").map(String.init) },
            reason: rest.dropFirst(names.count).dropFirst().joined(separator: " "), scope: scope)
    }

    private func statement(behind token: Token) -> IgnoreComment.Scope {
        let statements = parsed.up + (parsed.down ?? [])
        guard let index = statements.firstIndex(where: { $0.range.upperBound > token.range.lowerBound }) else {
            return .nothing
        }
        let range = statements[index].range
        return .statement(range, isFirst: index == 0 && range.lowerBound >= token.range.upperBound)
    }
}
