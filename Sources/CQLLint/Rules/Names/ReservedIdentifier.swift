import CQLSyntax

extension LintRule {
    /// `reserved-identifier`
    static let reservedIdentifier = LintRule(
        "reserved-identifier", .error,
        "A word of the grammar is used as a name without quotes.",
        explanation: "The server cannot read the statement: the word is reserved.",
        recipe: "Choose another name; in double quotes it can be used, and needs the quotes in every query.",
        example: "CREATE TABLE IF NOT EXISTS orders (id uuid PRIMARY KEY, order int);",
        check: .unreadable { statement in
            // The parser says so only where another word would have been a name.
            guard let hint = statement.error.hint, hint.contains("is a word of the grammar"),
                statement.statement.source.bytes.indices.contains(statement.error.range.lowerBound)
            else { return nil }
            let word = statement.statement.source.text(in: statement.error.range)
            guard CQLIdentifier.isReserved(word) else { return nil }
            return Remark(
                statement.error.range, "`\(word)` is a reserved word: no server reads it as a name.", hint: hint)
        }
    )
}
