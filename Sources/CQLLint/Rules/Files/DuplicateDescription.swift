import CQLSyntax
import MigrationScripts

extension LintRule {
    /// `duplicate-description`
    static let duplicateDescription = LintRule(
        "duplicate-description", .error,
        "Two repeatable or two always scripts have the same description.",
        explanation: """
            Scripts without a version are told apart by their descriptions, whatever folder they are in.
            """,
        recipe: "Rename one of them.",
        check: .reading([.duplicateDescription])
    )
}
