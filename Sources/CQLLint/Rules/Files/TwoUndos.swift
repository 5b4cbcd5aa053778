import CQLSyntax
import MigrationScripts

extension LintRule {
    /// `two-undos`
    static let twoUndos = LintRule(
        "two-undos", .error,
        "A version has both a `-- @down` part and an undo script.",
        explanation: "Which of the two takes the version back would be an accident.",
        recipe: "Keep one of them.",
        check: .reading([.twoUndos])
    )
}
