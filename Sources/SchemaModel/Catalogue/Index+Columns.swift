import CQLSyntax

extension Index {
    /// The names of the columns that it indexes (`TargetParser`).
    public var columns: [String] {
        target.split(separator: ",").map { part in
            var text = part
            while text.first == " " { text = text.dropFirst() }
            for modifier in ["keys(", "values(", "entries(", "full("] where text.hasPrefix(modifier) {
                text = text.dropFirst(modifier.count).dropLast()
            }
            return CQLIdentifier.name(from: String(text)) ?? String(text)
        }
    }
}
