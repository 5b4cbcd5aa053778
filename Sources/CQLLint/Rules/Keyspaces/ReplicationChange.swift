import CQLSyntax

extension LintRule {
    /// `replication-change`
    static let replicationChange = LintRule(
        "replication-change", .error,
        "ALTER KEYSPACE changes the replication.",
        explanation: """
            The server moves no data. New replicas are empty until a repair, and until then reads at QUORUM miss rows \
            that were written before; the same holds for locks and for the log of this tool.
            """,
        recipe: """
            Take it out of the migration. Change it by hand, one data centre at a time, and run a full repair \
            (`nodetool repair -full`, for a new data centre `nodetool rebuild`) before anything relies on it.
            """,
        example: """
            ALTER KEYSPACE shop WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': 3};
            """,
        check: .statement(.keyspaces) { statement in
            guard case .alterKeyspace(let alter) = statement.tree,
                let property = alter.properties.option("replication")
            else { return [] }
            return [
                Remark(
                    property.range,
                    "No data is moved: until a full repair, reads of `\(alter.name)` miss what its new replicas do not "
                        + "have.")
            ]
        }
    )
}
