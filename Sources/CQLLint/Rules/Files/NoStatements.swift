import CQLSyntax
import MigrationScripts

extension LintRule {
    /// `no-statements`
    static let noStatements = LintRule(
        "no-statements", .error,
        "A script has nothing to run.",
        explanation: "It would be noted as applied, and nothing would have been done.",
        recipe: "Write at least one statement, or remove the file.",
        check: .reading([.noStatements])
    )
}
