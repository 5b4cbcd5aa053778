import CQLSyntax
import MigrationScripts

extension LintRule {
    /// `encoding`
    static let encoding = LintRule(
        "encoding", .error,
        "A file is not UTF-8, or holds a NUL.",
        explanation: """
            CQL is sent to the server as UTF-8. What another encoding means would have to be guessed, and a \
            guess ends up in the data.
            """,
        recipe: "Save the file as UTF-8.",
        check: .reading([.encoding])
    )
}
