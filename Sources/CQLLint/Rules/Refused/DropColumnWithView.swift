extension LintRule {
    /// `drop-column-with-view`
    static let dropColumnWithView = LintRule(
        "drop-column-with-view", .error,
        "ALTER TABLE drops a column of a table that has a materialized view.",
        explanation: "The server refuses to drop any column of such a table, whether a view holds it or not.",
        recipe: """
            Release the programs that do not read the view, DROP MATERIALIZED VIEW, drop the column, make the view anew \
            where it is still needed.
            """,
        example: """
            CREATE TABLE IF NOT EXISTS users (id uuid PRIMARY KEY, mail text, fax text);
            CREATE MATERIALIZED VIEW IF NOT EXISTS users_by_mail AS
            SELECT id, mail FROM users WHERE mail IS NOT NULL AND id IS NOT NULL PRIMARY KEY (mail, id);
            ALTER TABLE users DROP fax;
            """,
        check: .refusal { $0.remark(ifTextHas: "with materialized views") }
    )
}
