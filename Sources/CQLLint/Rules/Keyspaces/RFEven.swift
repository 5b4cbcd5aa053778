import CQLSyntax

extension LintRule {
    /// `rf-even`
    static let rfEven = LintRule(
        "rf-even", .info,
        "A keyspace has an even number of replicas.",
        explanation: """
            A quorum of two is two and one of four is three: the last replica costs space and bears no further \
            failure.
            """,
        recipe: "Use an odd number, three as a rule.",
        example: """
            CREATE KEYSPACE IF NOT EXISTS shop
            WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': 2};
            """,
        check: .statement(.keyspaces) { statement in
            guard let replication = ReplicationOption(statement.tree) else { return [] }
            return replication.factors.compactMap { factor in
                guard let count = factor.count, count > 0, count.isMultiple(of: 2) else { return nil }
                return Remark(
                    factor.place.span.range.lowerBound..<factor.value.span.range.upperBound,
                    "With \(count) replicas a quorum needs \(count / 2 + 1): it bears no more failures than \(count - 1) "
                        + "replicas do.")
            }
        }
    )
}
