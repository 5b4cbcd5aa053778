import CQLSyntax
import MigrationScripts

extension LintRule {
    /// `bad-filename`
    static let badFilename = LintRule(
        "bad-filename", .error,
        "A file ends in `.cql` and its name is none of a migration.",
        explanation: """
            The name of a file decides what it is and when it runs. Other tools pass over such a file without a \
            word, and a change that everybody believes in is in no cluster; cqlmig refuses the folder.
            """,
        recipe: """
            Name it `V<version>__<description>.cql`, `U<version>__<description>.cql`, `R__<description>.cql`, \
            `A__<description>.cql` or `<digits>_<description>.cql`, or move it out of the folder.
            """,
        check: .reading([.badFilename])
    )
}
