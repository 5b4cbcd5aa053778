import CQLSyntax

extension Index {
    /// The names of the columns that it indexes (`TargetParser`).
    public var columns: [String] {
        parts.map { part in
            var text = part
            while text.first == " " { text = text.dropFirst() }
            for modifier in ["keys(", "values(", "entries(", "full("] where text.hasPrefix(modifier) {
                text = text.dropFirst(modifier.count).dropLast()
            }
            return CQLIdentifier.name(from: String(text)) ?? String(text)
        }
    }

    /// The target's parts; a comma between quotes belongs to a name.
    private var parts: [Substring] {
        var isQuoted = false
        return target.split { character in
            if character == "\"" { isQuoted.toggle() }
            return character == "," && !isQuoted
        }
    }
}
