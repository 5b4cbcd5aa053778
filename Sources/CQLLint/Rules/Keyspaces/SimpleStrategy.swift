import CQLSyntax

extension LintRule {
    /// `simple-strategy`
    static let simpleStrategy = LintRule(
        "simple-strategy", .warning,
        "A keyspace uses SimpleStrategy.",
        explanation: """
            It knows neither data centres nor racks: with a second data centre replicas lie anywhere, and to change \
            the strategy of a keyspace with data needs a repair of everything.
            """,
        recipe: "Use NetworkTopologyStrategy, also with one data centre.",
        example: """
            CREATE KEYSPACE IF NOT EXISTS shop
            WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 3};
            """,
        check: .statement(.keyspaces) { statement in
            guard let replication = ReplicationOption(statement.tree), replication.strategy == "SimpleStrategy" else {
                return []
            }
            return [
                Remark(
                    replication.property.range, "SimpleStrategy puts replicas anywhere once there are two data centres."
                )
            ]
        }
    )
}
