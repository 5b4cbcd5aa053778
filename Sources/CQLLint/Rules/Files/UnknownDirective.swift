import CQLSyntax
import MigrationScripts

extension LintRule {
    /// `unknown-directive`
    static let unknownDirective = LintRule(
        "unknown-directive", .error,
        "A comment `-- @name` has a name that is not known, or stands where it says nothing.",
        explanation: "A directive that is passed over today could begin to mean something with a later release.",
        recipe: """
            Correct the name, put it in front of the statement that it is about, or write the remark without \
            `@`.
            """,
        check: .reading([.unknownDirective, .misplacedDirective])
    )
}
