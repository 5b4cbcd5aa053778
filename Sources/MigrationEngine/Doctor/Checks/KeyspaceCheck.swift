import MigrationLog

/// Whether the keyspaces are there.
struct KeyspaceCheck {
    let targets: [TargetKeyspace]
    let histories: [HistoryFacts]
    /// Whether a keyspace is there, by its name.
    let keyspaces: [String: Fact<Bool>]

    var findings: [DoctorFinding] {
        let names = targets.map(\.name)
        let others = histories.map(\.keyspace.name).filter { !names.contains($0) }
        var findings: [DoctorFinding] = []
        for name in names + others {
            switch keyspaces[name] ?? .unknown("it was not asked for") {
            case .unknown(let reason):
                findings.append(DoctorFinding(.keyspaces, .unknown, "\(name) could not be looked up: \(reason)"))
            case .known(false):
                let isMade = targets.contains { $0.creation != nil }
                findings.append(
                    DoctorFinding(
                        .keyspaces, .problem, "there is no keyspace \(name)",
                        hint: isMade
                            ? "run `cqlmig init`, which creates it as the configuration says"
                            : "create it, or give its replication in the configuration and run `cqlmig init`"))
            case .known(true): break
            }
        }
        guard findings.isEmpty else { return findings }
        return [DoctorFinding(.keyspaces, .ok, (names + others).joined(separator: ", "))]
    }
}
