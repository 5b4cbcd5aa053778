import CQLSyntax
import MigrationScripts

extension LintRule {
    /// `mixed-names`
    static let mixedNames = LintRule(
        "mixed-names", .error,
        "`V…` files and plain numbered files stand in one project.",
        explanation: "The two styles count in different ways, and their order is not what it looks like.",
        recipe: "Use one style throughout.",
        check: .reading([.mixedNames])
    )
}
