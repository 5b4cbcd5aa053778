import CQLSyntax

extension LintRule {
    /// `trailing-comment-no-newline`
    static let trailingComment = LintRule(
        "trailing-comment-no-newline", .info,
        "The file ends in a comment without a line end.",
        explanation: """
            For the lexer of Cassandra a `--` or `//` comment goes up to a line end, and it does not read one that \
            ends with the text. cqlmig sends no comments; a tool that sends the file as it is fails.
            """,
        recipe: "End the last line with a line end.",
        example: "CREATE TABLE IF NOT EXISTS users (id uuid PRIMARY KEY); -- the last word",
        check: .script { script in
            guard let last = script.parsed.lexed.tokens.last,
                last.kind == .dashComment || last.kind == .slashComment,
                last.range.upperBound == script.parsed.source.bytes.count
            else { return [] }
            return [Remark(last.range, "No line end follows the comment: no server can read the file as it is.")]
        }
    )
}
