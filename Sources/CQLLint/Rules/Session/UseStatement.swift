import CQLSyntax

extension LintRule {
    /// `use-statement`
    static let useStatement = LintRule(
        "use-statement", .error,
        "USE changes the keyspace of the session.",
        explanation: """
            Every statement behind it, in this script and perhaps in the next one, goes to another keyspace than \
            the one that is migrated.
            """,
        recipe: """
            Leave it out: the keyspace is part of the configuration. A statement that has to go elsewhere can \
            name the keyspace.
            """,
        example: "USE other;",
        check: .statement(.use) { statement in
            guard case .use(let name) = statement.tree else { return [] }
            return [Remark(statement.range, "The statements behind `USE \(name)` go to the keyspace `\(name)`.")]
        }
    )
}
