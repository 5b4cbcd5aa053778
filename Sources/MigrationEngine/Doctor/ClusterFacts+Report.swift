import CQLClient
import FoundationEssentials
import LiveSchema
import MigrationLog

/// The judgements, check by check.
extension ClusterFacts {
    /// What every check says.
    ///
    /// - Parameter now: The time by the wall clock here.
    func report(for configuration: EngineConfiguration, at now: Date) -> DoctorReport {
        DoctorReport(
            findings: ofCluster(configuration) + ofKeyspaces(configuration) + ofState(configuration, now)
                + ofAccess(configuration),
            notInitialised: notInitialised)
    }

    private func ofCluster(_ configuration: EngineConfiguration) -> [DoctorFinding] {
        PlatformCheck(platform: platform, coordinator: coordinator).findings
            + NodeCheck(nodes: nodes).findings
            + ReleaseCheck(nodes: nodes).findings
            + AgreementCheck(versions: versions).findings
            + ClockCheck(
                nodes: nodes, lockTTL: configuration.lockTTL,
                decidesSchema: platform.decidesSchemaByClock
            ).findings
    }

    private func ofKeyspaces(_ configuration: EngineConfiguration) -> [DoctorFinding] {
        KeyspaceCheck(
            targets: configuration.targets, histories: histories,
            keyspaces: keyspaces.mapValues { $0.map { $0 != nil } }
        ).findings + ofReplication(configuration)
    }

    private func ofState(_ configuration: EngineConfiguration, _ now: Date) -> [DoctorFinding] {
        TableCheck(histories: histories).findings
            + SerialReadCheck(
                histories: histories, consistency: configuration.cluster.serialConsistency
            ).findings
            + LockCheck(histories: histories, now: now).findings
            + LogCheck(
                histories: histories,
                targets: Dictionary(grouping: configuration.targets, by: configuration.history(of:))
                    .mapValues { $0.map(\.name) }
            ).findings
    }

    private func ofAccess(_ configuration: EngineConfiguration) -> [DoctorFinding] {
        PermissionCheck(
            permissions: access.permissions, targets: configuration.targets.map(\.name),
            histories: histories.map { ($0.keyspace.name, $0.hasTables) }
        ).findings
            + SettingCheck(
                settings: settings, tables: tables.value, sizes: sizes.compactMapValues(\.value),
                consistency: configuration.cluster.consistency,
                serialConsistency: configuration.cluster.serialConsistency,
                standing: access.standing
            ).findings
    }

    // MARK: Replication

    private func ofReplication(_ configuration: EngineConfiguration) -> [DoctorFinding] {
        let local =
            configuration.cluster.localDataCenter
            ?? (configuration.cluster.serialConsistency == .localSerial
                ? nil : dataCenter)
        var found: [DoctorFinding] = []
        for name in keyspaces.keys.sorted() {
            switch keyspaces[name] ?? .known(nil) {
            case .unknown(let reason):
                found.append(DoctorFinding(.replication, .unknown, "that of \(name) could not be read: \(reason)"))
            case .known(nil): found.append(DoctorFinding(.replication, .unknown, "there is no keyspace \(name)"))
            case .known(let keyspace?):
                let demands = histories.first { $0.keyspace.name == name }.map { history in
                    ReplicationCheck.Demands(
                        consistency: configuration.cluster.consistency,
                        serialConsistency: configuration.cluster.serialConsistency, localDataCenter: local,
                        logged: history.log.value?.replication)
                }
                found +=
                    ReplicationCheck(
                        keyspace: name, replication: keyspace.replication, usesTablets: keyspace.usesTablets,
                        dataCenters: dataCenters, demands: demands
                    ).findings
            }
        }
        return found
    }

    // MARK: Initialised

    private var notInitialised: MigrationError? {
        guard let history = histories.first(where: \.isUninitialised) else { return nil }
        let name = history.keyspace.name
        var isMissing = false
        if case .known(nil)? = keyspaces[name] { isMissing = true }
        return MigrationError(
            .notInitialised,
            isMissing ? "there is no history keyspace \(name)" : "keyspace \(name) is not initialised",
            hint: "run `cqlmig init` once for this keyspace")
    }
}
