import CQLSyntax

/// Finds the comments of a script that silence rules.
struct IgnoreReader {
    private let parsed: ParsedScript

    init(_ parsed: ParsedScript) { self.parsed = parsed }

    private static let mark = "cqlmig:ignore"

    /// The comments in the order of the text.
    var comments: [IgnoreComment] {
        guard containsMark else { return [] }
        let statements = parsed.up + (parsed.down ?? [])
        return parsed.lexed.tokens.compactMap { token in
            guard token.kind.isComment else { return nil }
            var text = Substring(parsed.source.text(in: token.range)).dropFirst(2)
            if token.kind == .blockComment, text.hasSuffix("*/") { text = text.dropLast(2) }
            let words = text.split(whereSeparator: \.isWhitespace)
            guard let first = words.first, first == Self.mark || first == "\(Self.mark)-file" else { return nil }
            let rest = words.dropFirst()
            let names = rest.prefix { $0 != "--" }
            let reason = rest.dropFirst(names.count).dropFirst().joined(separator: " ")
            let next = statements.first { $0.range.upperBound > token.range.lowerBound }
            let isForFile = first != Self.mark
            return IgnoreComment(
                range: token.range,
                rules: names.flatMap { $0.split(separator: ",").map(String.init) },
                reason: reason,
                scope: isForFile ? nil : next?.range ?? token.range,
                isWithoutStatement: !isForFile && next == nil)
        }
    }

    /// Few scripts have such a comment, and most of them no comment at all.
    private var containsMark: Bool {
        parsed.lexed.tokens.contains { $0.kind.isComment }
    }
}
