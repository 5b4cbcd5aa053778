import CQLClient
import CQLSyntax

/// How one keyspace is replicated; for a history keyspace also whether log and lock survive the loss of a node.
struct ReplicationCheck {
    /// What is asked of the log and the lock; nil for a keyspace that holds neither.
    struct Demands {
        let consistency: Consistency
        let serialConsistency: Consistency
        /// The data centre that runners write through.
        let localDataCenter: String?
        /// The replication when the log was last written; nil where that is not known.
        let logged: [String: String]?
    }

    let keyspace: String
    /// As `system_schema.keyspaces` has it.
    let replication: [String: String]
    /// Whether it is one of Scylla's that keep their data in tablets.
    let usesTablets: Bool
    /// The nodes of each data centre.
    let dataCenters: [String: Int]
    let demands: Demands?

    var findings: [DoctorFinding] {
        var findings = strategy + strangers
        if let demands { findings += survival(demands) + scope(demands) + change(demands) }
        guard findings.isEmpty else { return findings }
        return [DoctorFinding(.replication, .ok, "keyspace \(keyspace) is replicated by \(summary(replication))")]
    }

    // MARK: What there is

    private var placement: String {
        String((replication["class"] ?? "").split(separator: ".").last ?? "")
    }

    private var isSimple: Bool { placement == "SimpleStrategy" }

    /// The replicas of each data centre that is named; a transient replica (`3/1`) counts.
    private var factors: [String: Int] {
        var factors: [String: Int] = [:]
        for (name, value) in replication where name != "class" {
            factors[name] = Int(value.prefix { $0 != "/" })
        }
        return factors
    }

    private var total: Int { factors.values.reduce(0, +) }

    // MARK: Judgements

    private var strategy: [DoctorFinding] {
        guard isSimple, demands != nil || dataCenters.count > 1 else { return [] }
        return [
            finding(
                dataCenters.count > 1 ? .problem : .warning,
                "uses SimpleStrategy, which knows no data centres and no racks", hint: alteration)
        ]
    }

    /// Data centres without nodes, and more replicas than nodes.
    private var strangers: [DoctorFinding] {
        guard !isSimple else { return [] }
        let factors = factors
        var found: [DoctorFinding] = []
        for name in factors.keys.sorted() {
            let factor = factors[name] ?? 0
            guard let nodes = dataCenters[name] else {
                let known = dataCenters.keys.sorted().joined(separator: ", ")
                found.append(
                    finding(
                        .problem, "has replicas in the data centre \(name), which no node has; there is \(known)",
                        hint: alteration))
                continue
            }
            guard factor > nodes else { continue }
            found.append(
                finding(
                    factor / 2 + 1 > nodes ? .problem : .warning,
                    "has \(counted(factor, "replica")) in \(name), which has \(counted(nodes, "node"))",
                    hint: "add nodes, or lower the factor and repair"))
        }
        return found
    }

    private func survival(_ demands: Demands) -> [DoctorFinding] {
        if usesTablets {
            return [
                finding(
                    .problem, "keeps its data in tablets, where this Scylla has no conditional writes",
                    hint: "use a history keyspace created with tablets = {'enabled': false}")
            ]
        }
        let isLocal = demands.serialConsistency == .localSerial
        let local = demands.localDataCenter.flatMap { factors[$0] } ?? 0
        let writes = demands.consistency == .localQuorum
        // SimpleStrategy has one factor, for all data centres together.
        guard !isSimple else { return fewReplicas(total, "") }
        guard !isLocal || demands.localDataCenter != nil else { return [] }
        if let name = demands.localDataCenter, local == 0, isLocal || writes {
            return [
                finding(
                    .problem,
                    "has no replica in \(name), where \(isLocal ? "LOCAL_SERIAL" : "\(demands.consistency)") needs them",
                    hint: alteration)
            ]
        }
        let place = demands.localDataCenter.map { " in \($0)" } ?? ""
        if isLocal || (writes && local < total && local < 3) { return fewReplicas(local, place) }
        return fewReplicas(total, "")
    }

    private func fewReplicas(_ count: Int, _ place: String) -> [DoctorFinding] {
        guard count < 3 else { return [] }
        let words =
            count == 1
            ? "has one replica\(place): with its node, log and lock are gone"
            : "has \(count) replicas\(place), of which a quorum is all: with either node down nothing can be migrated"
        let nodes = dataCenters.values.max() ?? 0
        return [
            finding(
                .warning, words,
                hint: nodes > count
                    ? alteration : "three replicas on three nodes of a data centre survive the loss of one")
        ]
    }

    private func scope(_ demands: Demands) -> [DoctorFinding] {
        guard demands.serialConsistency == .localSerial else { return [] }
        guard demands.localDataCenter != nil else {
            return [
                finding(
                    .problem, "is locked with LOCAL_SERIAL, and no data centre is configured",
                    hint: "name it with --local-dc, or use --serial-consistency serial")
            ]
        }
        guard isSimple ? dataCenters.count > 1 : factors.count(where: { $0.value > 0 }) > 1 else { return [] }
        return [
            finding(
                .warning,
                "is in several data centres, and LOCAL_SERIAL decides within one: a runner in each can hold the lock",
                hint: "use --serial-consistency serial, or run migrations from one data centre only")
        ]
    }

    private func change(_ demands: Demands) -> [DoctorFinding] {
        guard let logged = demands.logged, logged != replication else { return [] }
        return [
            finding(
                .warning,
                "was replicated by \(summary(logged)) when its log was last written, and is now by "
                    + summary(replication) + ": replicas that are new may be empty",
                hint: "run `nodetool repair -full \(keyspace)` on every node; the next run then writes it down")
        ]
    }

    // MARK: Words

    private func finding(_ result: DoctorFinding.Result, _ words: String, hint: String) -> DoctorFinding {
        DoctorFinding(.replication, result, "keyspace \(keyspace) \(words)", hint: hint)
    }

    private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

    /// `NetworkTopologyStrategy, dc1: 3`.
    private func summary(_ replication: [String: String]) -> String {
        let name = (replication["class"] ?? "?").split(separator: ".").last.map(String.init) ?? "?"
        var words = name
        for key in replication.keys.sorted() where key != "class" { words += ", \(key): \(replication[key] ?? "")" }
        return words
    }

    /// The statement that would do better on the nodes that there are.
    private var alteration: String {
        var factors = ""
        for name in dataCenters.keys.sorted() { factors += ", '\(name)': \(min(dataCenters[name] ?? 0, 3))" }
        return "ALTER KEYSPACE \(CQLIdentifier.quoted(keyspace)) WITH replication = "
            + "{'class': 'NetworkTopologyStrategy'\(factors)}; then `nodetool repair -full \(keyspace)` on every node"
    }
}
