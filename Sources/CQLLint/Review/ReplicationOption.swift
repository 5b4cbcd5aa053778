import CQLSyntax

/// The replication that a statement gives a keyspace.
struct ReplicationOption {
    /// How many replicas there are to be, and where.
    struct Factor {
        /// A data centre, or `replication_factor`.
        let place: Constant
        /// How many, the transient ones among them.
        let value: Constant
        /// The number; nil where it is none.
        let count: Int?
    }

    /// The whole option.
    let property: Property
    /// The class of the strategy without its package.
    let strategy: String
    /// The numbers of replicas in the order of the text.
    let factors: [Factor]

    /// Reads the option; nil where the statement has none.
    init?(_ tree: StatementTree) {
        guard let property = tree.keyspaceProperties.option("replication"), case .map(let entries) = property.value
        else { return nil }
        self.property = property
        strategy = property.className ?? ""
        factors = entries.filter { $0.key.text != "class" }.map { entry in
            // Two of `3/1` hold all data, the third one is transient.
            let count = entry.value.text.split(separator: "/").first.flatMap { Int($0) }
            return Factor(place: entry.key, value: entry.value, count: count)
        }
    }

    /// Whether it says in which data centres replicas are.
    var isTopological: Bool { strategy == "NetworkTopologyStrategy" }
}
