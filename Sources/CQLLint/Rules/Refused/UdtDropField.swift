import CQLSyntax

extension LintRule {
    /// `udt-drop-field`
    static let udtDropField = LintRule(
        "udt-drop-field", .error,
        "ALTER TYPE drops a field.",
        explanation: "No release has a statement for it: a type can get fields and new names for them, nothing else.",
        recipe: """
            Leave the field and stop using it, or make a new type and a new column with it, write to both, copy the \
            values, switch the readers, then drop the old column.
            """,
        example: "ALTER TYPE address DROP street;",
        check: .unreadable { unreadable in
            guard unreadable.statement.summary.verb == "ALTER TYPE", unreadable.keyword == .drop else { return nil }
            return Remark(unreadable.error.range, "A field of a type cannot be dropped: no release can do it.")
        }
    )
}
