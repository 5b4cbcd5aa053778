import CQLSyntax

extension LintRule {
    /// `foreign-keyspace`
    static let foreignKeyspace = LintRule(
        "foreign-keyspace", .warning,
        "A statement names another keyspace than the one that is migrated.",
        explanation: """
            The keyspace is another one in every environment, or will be. A name that is written into the script \
            goes to the same one everywhere, and the log of this keyspace tells nothing of it there.
            """,
        recipe: "Leave the keyspace out; the configuration says which one it is.",
        check: .statement { statement in
            guard let target = statement.keyspace else { return [] }
            let summary = statement.statement.summary
            guard summary.objectKind != .keyspace,
                let keyspace = summary.object?.keyspace ?? summary.owner?.keyspace, keyspace != target,
                !keyspace.hasPrefix("system"), !keyspace.contains("${")
            else { return [] }
            let source = statement.statement.source
            let name = statement.statement.significantTokens.first {
                ($0.kind == .identifier || $0.kind == .quotedIdentifier) && source.value(of: $0) == keyspace
            }
            return [
                Remark(
                    name?.range ?? statement.range,
                    "This goes to the keyspace `\(keyspace)`, and `\(target)` is the one that is migrated.")
            ]
        }
    )
}
