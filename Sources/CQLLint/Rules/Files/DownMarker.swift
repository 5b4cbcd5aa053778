import CQLSyntax
import MigrationScripts

extension LintRule {
    /// `down-marker`
    static let downMarker = LintRule(
        "down-marker", .error,
        "A comment looks like the `-- @down` marker and is none, or is one too many.",
        explanation: """
            Taken for a remark, everything behind it would be applied instead of taken back: the table is made \
            and dropped in one go.
            """,
        recipe: "Write `-- @down` once, alone on its line.",
        check: .reading([.downMarker])
    )
}
