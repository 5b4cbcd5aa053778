import CQLSyntax

extension LintRule {
    /// `secondary-index`
    static let secondaryIndex = LintRule(
        "secondary-index", .warning,
        "CREATE INDEX makes an index of the old kind.",
        explanation: """
            Each node indexes its own rows, so a query that does not name a partition asks all of them, and it is \
            worst for columns of very many or very few values.
            """,
        recipe: """
            From 5.0 on write `USING 'sai'`; before, or for a query that matters, keep a table with the rows in the \
            order that the query asks for.
            """,
        example: "CREATE INDEX IF NOT EXISTS users_by_email ON users (email);",
        check: .statement(.indexes) { statement in
            guard case .createIndex(let create) = statement.tree else { return [] }
            if create.isCustom {
                guard statement.mayRunBefore(.v40), create.using?.text.hasSuffix("SASIIndex") == true else {
                    return []
                }
                return [
                    Remark(
                        statement.range, "SASI is an experiment, and off on servers as they are delivered since 4.0.")
                ]
            }
            let using = create.using?.text.lowercased()
            guard using == nil || using == "legacy_local_table" else { return [] }
            // From 5.0 on the configuration of the server says which kind it is; as delivered, the old one.
            let isNew = statement.release.map { $0 >= .v50 } ?? true
            return [
                Remark(
                    statement.range, "Every query by this index that names no partition asks all nodes.",
                    hint: isNew ? nil : "Keep a table with the rows in the order that the query asks for.")
            ]
        }
    )
}
