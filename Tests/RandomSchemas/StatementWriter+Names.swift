import CQLSyntax

extension StatementWriter {
    private static let words = [
        "id", "name", "at", "value", "owner", "state", "total", "items", "tags", "place", "kind", "note", "user_id",
        "k", "v", "c", "x1", "created_at", "amount", "parent",
    ]

    /// Words that a name can be only between quotes.
    private static let reserved = ["select", "order", "table", "from", "primary", "token", "where", "index"]

    /// A name of a table, a type, an index or a function: letters, digits and underscores.
    mutating func objectName() -> String {
        let word = random.pick(Self.words)
        return switch random.below(10) {
        case 0: word.prefix(1).uppercased() + word.dropFirst() + "\(random.below(100))"
        case 1: random.pick(Self.reserved)
        case 2: "\(random.below(10))_\(word)"
        default: "\(word)_\(random.below(1000))"
        }
    }

    /// A name of a column or a field: anything between quotes.
    mutating func columnName() -> String {
        let word = random.pick(Self.words)
        return switch random.below(16) {
        case 0: word.uppercased()
        case 1: random.pick(Self.reserved)
        case 2: "\(word) \(random.below(10))"
        case 3: "it's \"\(word)\""
        case 4: random.pick(["größe", "日本", "naïve", "ключ", "🐈"])
        case 5: random.pick(["a,b", "a:b", "a.b", "keys(x)", "--x", "/*x*/", "$$x$$", "1st", "a;b"])
        default: "\(word)\(random.below(30))"
        }
    }

    /// Different names of columns that are not taken.
    mutating func columnNames(_ count: Int, besides taken: Set<String> = []) -> [String] {
        var names: [String] = []
        while names.count < count {
            let name = columnName()
            if !taken.contains(name), !names.contains(name) { names.append(name) }
        }
        return names
    }

    /// A text between single quotes.
    mutating func textLiteral() -> String {
        let text = random.pick([
            "", "a note", "it's", "two\nlines", "größe", "\"quoted\"", "semi;colon", "-- no comment", "/* nor this",
            "$$", "back\\slash", "tab\there", "🐈",
        ])
        return "'\(text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
    }
}
