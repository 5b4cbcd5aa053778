import CQLSyntax

extension LintRule {
    /// `rf-1`
    static let rf1 = LintRule(
        "rf-1", .warning,
        "A keyspace has one replica.",
        explanation: """
            When its node is down the rows cannot be read or written, and when its disk is gone so are they. \
            Conditional writes, and with them the lock of this tool, stop with it.
            """,
        recipe: "Give it three replicas in every data centre that matters.",
        example: """
            CREATE KEYSPACE IF NOT EXISTS shop
            WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': 1};
            """,
        check: .statement(.keyspaces) { statement in
            guard let replication = ReplicationOption(statement.tree) else { return [] }
            return replication.factors.filter { $0.count == 1 }.map {
                Remark(
                    $0.place.span.range.lowerBound..<$0.value.span.range.upperBound,
                    "With one replica every row is on one node, and gone when it is.")
            }
        }
    )
}
