import CQLSyntax

extension LintRule {
    /// `trigger`
    static let trigger = LintRule(
        "trigger", .warning,
        "A script makes a trigger.",
        explanation: """
            Its class must lie in the folder of triggers of every node, or the server refuses it; it runs inside of \
            the server, and managed services have none.
            """,
        recipe: "Do in the program what the trigger does, or follow the changes (CDC).",
        example: "CREATE TRIGGER IF NOT EXISTS audit ON users USING 'org.example.Audit';",
        check: .statement(.functions) { statement in
            guard case .createTrigger(let create) = statement.tree else { return [] }
            return [
                Remark(
                    create.name.span.range,
                    "The class `\(create.using)` must lie on every node, or the statement is refused.")
            ]
        }
    )
}
