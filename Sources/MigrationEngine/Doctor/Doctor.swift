import CQLClient
import FoundationEssentials
import LiveSchema
import MigrationLog

/// Judges the facts, check by check.
struct Doctor {
    let facts: ClusterFacts
    let configuration: EngineConfiguration
    let now: Date

    var report: DoctorReport {
        DoctorReport(findings: cluster + keyspaces + state + access, notInitialised: notInitialised)
    }

    private var cluster: [DoctorFinding] {
        PlatformCheck(platform: facts.platform, coordinator: facts.coordinator).findings
            + NodeCheck(nodes: facts.nodes).findings
            + ReleaseCheck(nodes: facts.nodes).findings
            + AgreementCheck(versions: facts.versions).findings
            + ClockCheck(
                nodes: facts.nodes, lockTTL: configuration.lockTTL,
                decidesSchema: facts.platform.decidesSchemaByClock
            ).findings
    }

    private var keyspaces: [DoctorFinding] {
        KeyspaceCheck(
            targets: configuration.targets, histories: facts.histories,
            keyspaces: facts.keyspaces.mapValues { $0.map { $0 != nil } }
        ).findings + replication
    }

    private var state: [DoctorFinding] {
        TableCheck(histories: facts.histories).findings
            + SerialReadCheck(
                histories: facts.histories, consistency: configuration.cluster.serialConsistency
            ).findings
            + LockCheck(histories: facts.histories, now: now).findings
            + LogCheck(
                histories: facts.histories,
                targets: Dictionary(grouping: configuration.targets, by: configuration.history(of:))
                    .mapValues { $0.map(\.name) }
            ).findings
    }

    private var access: [DoctorFinding] {
        PermissionCheck(
            permissions: facts.access.permissions, targets: configuration.targets.map(\.name),
            histories: facts.histories.map { ($0.keyspace.name, $0.tables == .known(.present)) }
        ).findings
            + SettingCheck(
                settings: facts.settings, tables: facts.tables.value, sizes: facts.sizes.compactMapValues(\.value),
                consistency: configuration.cluster.consistency,
                serialConsistency: configuration.cluster.serialConsistency,
                standing: facts.access.standing
            ).findings
    }

    // MARK: Replication

    private var replication: [DoctorFinding] {
        let local =
            configuration.cluster.localDataCenter
            ?? (configuration.cluster.serialConsistency == .localSerial
                ? nil : facts.dataCenter)
        let histories = Dictionary(facts.histories.map { ($0.keyspace.name, $0) }) { first, _ in first }
        return facts.keyspaces.sorted { $0.key < $1.key }.flatMap { name, fact -> [DoctorFinding] in
            switch fact {
            case .unknown(let reason):
                return [DoctorFinding(.replication, .unknown, "that of \(name) could not be read: \(reason)")]
            case .known(nil):
                return [DoctorFinding(.replication, .unknown, "there is no keyspace \(name)")]
            case .known(let keyspace?):
                let demands = histories[name].map { history in
                    ReplicationCheck.Demands(
                        consistency: configuration.cluster.consistency,
                        serialConsistency: configuration.cluster.serialConsistency, localDataCenter: local,
                        logged: history.log.value?.replication)
                }
                return ReplicationCheck(
                    keyspace: name, replication: keyspace.replication, usesTablets: keyspace.usesTablets,
                    dataCenters: facts.dataCenters, demands: demands
                ).findings
            }
        }
    }

    // MARK: Initialised

    private var notInitialised: MigrationError? {
        guard let history = facts.histories.first(where: \.isUninitialised) else { return nil }
        let name = history.keyspace.name
        let isMissing = facts.keyspaces[name] == .known(nil)
        return MigrationError(
            .notInitialised,
            isMissing ? "there is no history keyspace \(name)" : "keyspace \(name) is not initialised",
            hint: "run `cqlmig init` once for this keyspace")
    }
}
