import CQLSyntax
import MigrationScripts

extension LintRule {
    /// `orphan-undo`
    static let orphanUndo = LintRule(
        "orphan-undo", .error,
        "An undo script takes back a version that no script has.",
        explanation: """
            It can never run: either its version is mistyped, or the script that it belongs to was removed.
            """,
        recipe: "Correct the version, or remove the file.",
        check: .reading([.orphanUndo])
    )
}
