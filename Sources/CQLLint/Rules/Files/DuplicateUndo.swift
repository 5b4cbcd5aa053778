import CQLSyntax
import MigrationScripts

extension LintRule {
    /// `duplicate-undo`
    static let duplicateUndo = LintRule(
        "duplicate-undo", .error,
        "Two undo scripts take back the same version.",
        explanation: "Only one of them could run, and which one would be an accident.",
        recipe: "Remove one of them.",
        check: .reading([.duplicateUndo])
    )
}
