import CQLSyntax

extension LintRule {
    /// `drop-type`
    static let dropType = LintRule(
        "drop-type", .warning,
        "A script drops a user-defined type.",
        explanation: """
            Programs that register a codec for the type fail when they start. The server refuses it as long as a \
            table, a type or a function uses it.
            """,
        recipe: "Release the programs that no longer use it first, then drop it.",
        example: "DROP TYPE IF EXISTS address;",
        check: .statement(.types) { statement in
            guard case .dropType(let drop) = statement.tree, !statement.isUndo, !statement.isMeantToLoseData else {
                return []
            }
            return [Remark(statement.range, "Programs that still know the type `\(drop.name)` fail without it.")]
        }
    )
}
