import CQLSyntax
import SeededRandom

/// Changes statements by chance: a token less, one more, one twice, two exchanged, or a piece of another statement.
struct StatementMutator {
    private let sources: [[String]]
    private var random: SplitMix64

    /// Words that are likely to make another statement of one.
    private static let words = [
        "a", "FROM", "(", ")", ",", "=", "1", "'x'", "?", ":", ".", "[", "]", "{", "}", "AND", "IF", "NOT", "EXISTS",
        "WITH", "json", "distinct", "AS", "key", "ttl", "token", "-", "+", "*", "IN", "NULL", "int", "text", "list",
        "<", ">", "USING", "TIMESTAMP", "TTL", "\"q\"", "LIMIT", "per", "count", "values", "CONTAINS", "frozen",
        "static", "PRIMARY", "KEY", "ORDER", "BY", "ASC", "SET", "type", "nan", "BATCH", ";",
    ]

    /// Takes the statements to change; equal seeds give equal changes.
    init(_ statements: [String], seed: UInt64) {
        sources = statements.map { statement in
            let lexed = LexedText(SourceText(name: "statement", text: statement))
            return lexed.tokens.map(lexed.text(of:))
        }.filter { !$0.isEmpty }
        random = SplitMix64(seed: seed)
    }

    /// The next changed statement.
    mutating func next() -> String {
        var tokens = pick(sources)
        for _ in 0..<(random.next() % 4 == 0 ? 2 : 1) { change(&tokens) }
        let text = tokens.joined(separator: " ")
        // A comment would swallow the rest, and wants a line end.
        return text.contains("--") || text.contains("//") || text.contains("/*") ? next() : text
    }

    private mutating func change(_ tokens: inout [String]) {
        guard !tokens.isEmpty else { return }
        let index = Int(random.next() % UInt64(tokens.count))
        switch random.next() % 10 {
        case 0, 1, 2: tokens.remove(at: index)
        case 3: tokens.swapAt(index, Int(random.next() % UInt64(tokens.count)))
        case 4, 5: tokens[index] = pick(Self.words)
        case 6, 7: tokens.insert(pick(Self.words), at: index)
        case 8: tokens.insert(tokens[index], at: index)
        default:
            let other = pick(sources)
            let start = Int(random.next() % UInt64(other.count))
            tokens.insert(contentsOf: other[start...].prefix(Int(random.next() % 3) + 1), at: index)
        }
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int(random.next() % UInt64(elements.count))]
    }
}
