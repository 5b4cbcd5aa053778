import CQLSyntax

extension LintRule {
    /// `unknown-dc`
    static let unknownDC = LintRule(
        "unknown-dc", .error,
        "A keyspace has no replicas in the data centre that the configuration names.",
        explanation: """
            Names of data centres are told apart by case as well. From 4.0 on the server refuses one that it does not \
            know; 3.11 takes it, and no node holds a row.
            """,
        recipe: "Write the name as `nodetool status` shows it.",
        check: .statement(.keyspaces) { statement in
            guard let local = statement.localDataCentre, let replication = ReplicationOption(statement.tree),
                replication.isTopological,
                // It stands for all data centres that there are.
                !replication.factors.contains(where: { $0.place.text == "replication_factor" }),
                !replication.factors.contains(where: { $0.place.text == local })
            else { return [] }
            let near = replication.factors.first { $0.place.text.lowercased() == local.lowercased() }
            if let near {
                return [
                    Remark(
                        near.place.span.range,
                        "There is no data centre `\(near.place.text)`: the one of the configuration is `\(local)`.",
                        hint: "Write `'\(local)'`.")
                ]
            }
            return [
                Remark(replication.property.range, "There are no replicas in `\(local)`, the nearest data centre.")
            ]
        }
    )
}
