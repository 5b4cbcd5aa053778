import CQLClient
import Configuration
import MigrationEngine

extension EngineConfiguration {
    /// What the settings say, in the terms of the engine.
    init(_ settings: Settings, _ keyspaces: [KeyspaceSetting]) {
        self.init(
            cluster: ClusterSettings(settings), targets: keyspaces.map { TargetKeyspace($0) },
            historyKeyspace: settings.historyKeyspace, migrations: settings.directory,
            agreementMode: settings.agreementMode == .script ? .script : .statement,
            agreementTimeout: settings.agreementTimeout, lockTTL: settings.lockTTL, lockWait: settings.lockWait)
    }
}

extension ClusterSettings {
    /// How the settings say to reach the cluster.
    init(_ settings: Settings) {
        let points = settings.contactPoints.map { point in
            CQLClient.ContactPoint(host: point.host, port: point.port ?? settings.port)
        }
        let credentials = settings.username.flatMap { username in
            settings.password.map { Credentials(username: username, password: $0.revealed()) }
        }
        self.init(
            contactPoints: points, localDataCenter: settings.localDataCenter, credentials: credentials,
            consistency: Consistency(settings.consistency),
            serialConsistency: settings.serialConsistency == .localSerial ? .localSerial : .serial,
            requestTimeout: settings.requestTimeout, ddlTimeout: settings.ddlTimeout,
            connectTimeout: settings.connectTimeout)
    }
}

extension Consistency {
    /// The level of that name.
    init(_ name: ConsistencyName) {
        switch name {
        case .any: self = .any
        case .one: self = .one
        case .two: self = .two
        case .three: self = .three
        case .quorum: self = .quorum
        case .all: self = .all
        case .localQuorum: self = .localQuorum
        case .eachQuorum: self = .eachQuorum
        case .localOne: self = .localOne
        }
    }
}

extension TargetKeyspace {
    /// A keyspace of the settings; it may be created where they say how.
    init(_ setting: KeyspaceSetting) {
        self.init(
            name: setting.name,
            creation: setting.replication.map {
                Creation(replication: $0, durableWrites: setting.durableWrites ?? true)
            })
    }
}
