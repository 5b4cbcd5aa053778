import CQLSyntax
import MigrationScripts

extension LintRule {
    /// `cqlsh-command`
    static let cqlshCommand = LintRule(
        "cqlsh-command", .error,
        "A command of the shell cqlsh stands among the statements.",
        explanation: """
            SOURCE, COPY, CONSISTENCY, TRACING and their like are carried out by the shell; no server knows \
            them.
            """,
        recipe: """
            Remove it: consistency and login belong to the configuration, rows to a tool that loads data.
            """,
        check: .reading([.cqlshCommand])
    )
}
