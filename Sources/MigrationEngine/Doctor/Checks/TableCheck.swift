import MigrationLog

/// Whether log and lock are there, and the same on every node.
struct TableCheck {
    let histories: [HistoryFacts]

    var findings: [DoctorFinding] {
        histories.map { history in
            let name = history.keyspace.name
            switch history.tables {
            case .unknown(let reason):
                return DoctorFinding(.tables, .unknown, "\(name): log and lock could not be looked up: \(reason)")
            case .known(.missing(let missing)):
                return DoctorFinding(
                    .tables, .problem, "keyspace \(name) has no table \(missing.joined(separator: " and no table "))",
                    hint: "run `cqlmig init` once for this keyspace")
            case .known(.differing(let table, let nodes)):
                return DoctorFinding(
                    .tables, .problem,
                    "nodes have different tables by the name of \(name).\(table): \(nodes.joined(separator: ", "))",
                    hint:
                        "restart those nodes one by one, then see whether `nodetool describecluster` shows one version")
            case .known(.present):
                return history.isUninitialised
                    ? DoctorFinding(
                        .tables, .problem, "the log of \(name) has no row",
                        hint: "run `cqlmig init` once for this keyspace")
                    : DoctorFinding(.tables, .ok, "\(name) has log and lock, the same on every node")
            }
        }
    }
}
