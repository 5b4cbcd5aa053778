import CQLSyntax

extension LintRule {
    /// `sasi`
    static let sasi = LintRule(
        "sasi", .error,
        "CREATE CUSTOM INDEX makes a SASI index.",
        explanation: """
            It never became more than an experiment. From 4.0 on servers refuse it unless `sasi_indexes_enabled` \
            (before 4.1 `enable_sasi_indexes`) is set on every node.
            """,
        recipe:
            "From 5.0 on use `USING 'sai'`; before, keep a table with the rows in the order that the query asks for.",
        example: """
            CREATE CUSTOM INDEX IF NOT EXISTS users_by_name ON users (name)
            USING 'org.apache.cassandra.index.sasi.SASIIndex';
            """,
        check: .statement(.indexes) { statement in
            // 3.11 takes it; there it is a secondary index like the others.
            guard !statement.mayRunBefore(.v40) else { return [] }
            guard case .createIndex(let create) = statement.tree, create.isCustom, let using = create.using,
                using.text.hasSuffix("SASIIndex")
            else { return [] }
            return [
                Remark(using.span.range, "SASI is an experiment, and off on servers as they are delivered since 4.0.")
            ]
        }
    )
}
