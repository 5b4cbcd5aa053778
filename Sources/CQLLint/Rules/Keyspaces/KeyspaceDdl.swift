import CQLSyntax

extension LintRule {
    /// `keyspace-ddl`
    static let keyspaceDdl = LintRule(
        "keyspace-ddl", .warning,
        "A script makes, changes or drops a keyspace.",
        explanation: """
            Replication differs from one environment to the next, and the role that migrates needs rights on all \
            keyspaces for it; managed services refuse it.
            """,
        recipe: "Let `cqlmig init` make the keyspace from the configuration, or whoever runs the cluster.",
        example: """
            CREATE KEYSPACE IF NOT EXISTS shop
            WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': 3};
            """,
        check: .statement(.keyspaces) { statement in
            let name: Name
            switch statement.tree {
            case .createKeyspace(let create): name = create.name
            case .alterKeyspace(let alter): name = alter.name
            case .dropKeyspace(let drop): name = drop.name
            default: return []
            }
            guard !statement.isUndo else { return [] }
            return [
                Remark(name.span.range, "How the keyspace `\(name)` is replicated is not the same in all environments.")
            ]
        }
    )
}
