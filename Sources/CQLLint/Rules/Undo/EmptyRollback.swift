import CQLSyntax

extension LintRule {
    /// `empty-rollback`
    static let emptyRollback = LintRule(
        "empty-rollback", .warning,
        "The part behind `-- @down` has no statement.",
        explanation: """
            A rollback of the version does nothing and then notes that it is taken back: log and schema no \
            longer fit.
            """,
        recipe: """
            Write the statements that take it back, or remove the marker and say `-- @irreversible reason`.
            """,
        example: """
            CREATE TABLE IF NOT EXISTS users (id uuid PRIMARY KEY);
            -- @down
            -- nothing yet
            """,
        check: .script { script in
            guard let marker = script.parsed.downMarker, script.parsed.down?.isEmpty == true else { return [] }
            return [
                Remark(
                    marker, "Nothing but comments follows `-- @down`: a rollback would change nothing and say it had.")
            ]
        }
    )
}
