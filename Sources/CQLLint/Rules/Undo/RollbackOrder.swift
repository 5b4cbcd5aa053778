extension LintRule {
    /// `rollback-order`
    static let rollbackOrder = LintRule(
        "rollback-order", .warning,
        "The down part drops something before what still uses it.",
        explanation: """
            The server refuses it, and the rollback stops there, half done. It has to go the way of the up part \
            backwards: what was made last goes first.
            """,
        recipe: "Write the statements of the down part in the opposite order.",
        example: """
            CREATE TYPE IF NOT EXISTS address (street text);
            CREATE TABLE IF NOT EXISTS users (id uuid PRIMARY KEY, home frozen<address>);
            -- @down
            DROP TYPE IF EXISTS address;
            DROP TABLE IF EXISTS users;
            """,
        check: .refusal { statement in
            guard statement.isUndo else { return nil }
            return statement.remark(
                ifTextHas: "still used by", "is still", "still depend on it", "still referenced by", "has dependent",
                "materialized views")
        }
    )
}
