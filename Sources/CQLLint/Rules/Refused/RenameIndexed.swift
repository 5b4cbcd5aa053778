import CQLSyntax

extension LintRule {
    /// `rename-indexed`
    static let renameIndexed = LintRule(
        "rename-indexed", .error,
        "ALTER TABLE renames a column on which there is an index.",
        explanation: "The server refuses it as long as the index exists.",
        recipe:
            "Release the programs that need the index without it, DROP INDEX, rename the column, make the index anew.",
        example: """
            CREATE TABLE IF NOT EXISTS users (id uuid, mail text, PRIMARY KEY (id, mail));
            CREATE INDEX IF NOT EXISTS users_by_mail ON users (mail);
            ALTER TABLE users RENAME mail TO email;
            """,
        check: .refusal { statement in
            guard case .alterTable(let alter) = statement.tree, case .rename = alter.change else { return nil }
            return statement.remark(ifTextHas: "has dependent secondary indexes")
        }
    )
}
