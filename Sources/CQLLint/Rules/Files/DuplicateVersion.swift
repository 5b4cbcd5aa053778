import CQLSyntax
import MigrationScripts

extension LintRule {
    /// `duplicate-version`
    static let duplicateVersion = LintRule(
        "duplicate-version", .error,
        "Two versioned scripts have the same version.",
        explanation: """
            Versions are compared number by number: `1`, `001` and `1.0` are one version. Which of the two ran \
            could not be told from the log.
            """,
        recipe: "Give the newer script the next free version.",
        check: .reading([.duplicateVersion])
    )
}
