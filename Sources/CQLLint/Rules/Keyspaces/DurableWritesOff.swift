import CQLSyntax

extension LintRule {
    /// `durable-writes-off`
    static let durableWritesOff = LintRule(
        "durable-writes-off", .error,
        "A keyspace is to have no durable writes.",
        explanation: """
            Writes then go past the commit log: what a node has in memory is lost when it stops, and with a failure \
            of power on all nodes it is lost everywhere.
            """,
        recipe: "Leave `durable_writes` out: it is true.",
        example: "ALTER KEYSPACE shop WITH durable_writes = false;",
        check: .statement(.keyspaces) { statement in
            guard let property = statement.tree.keyspaceProperties.option("durable_writes"),
                property.text?.lowercased() == "false"
            else { return [] }
            return [Remark(property.range, "Without the commit log a node that stops loses what it has in memory.")]
        }
    )
}
