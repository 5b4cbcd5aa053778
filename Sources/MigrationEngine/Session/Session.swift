import CQLClient
import CQLSyntax
import LiveSchema
import MigrationLog

/// A connection to the cluster of a configuration, and what every operation needs besides.
struct Session: Sendable {
    let cluster: Cluster
    let configuration: EngineConfiguration
    let environment: EngineEnvironment
    let identity: RunIdentity
    let events: MigrationEventHandler

    /// Connects, and refuses a platform on which the tool could not keep its promises unless it is only to be looked at.
    static func open(
        _ configuration: EngineConfiguration, _ environment: EngineEnvironment, tag: String?,
        refusing: Bool = true, _ events: @escaping MigrationEventHandler
    ) async throws(MigrationError) -> Session {
        if refusing, configuration.cluster.serialConsistency == .localSerial,
            configuration.cluster.localDataCenter == nil
        {
            throw MigrationError(
                .usage, "LOCAL_SERIAL without a data centre lets a runner in each data centre hold the lock",
                hint: "name the data centre with --local-dc, or use --serial-consistency serial")
        }
        let cluster: Cluster
        do throws(ClientError) { cluster = try await Cluster.connect(configuration.cluster) } catch {
            throw MigrationError(error, during: "connecting")
        }
        let identity = RunIdentity(
            run: environment.makeID(), operatorName: environment.operatorName, host: environment.host,
            pid: environment.pid, ciURL: environment.ciURL, toolVersion: environment.toolVersion, tag: tag,
            now: environment.now, makeID: environment.makeID)
        events(
            .connected(
                cluster: await cluster.name, platform: cluster.platform,
                coordinator: await cluster.coordinator.node.place, nodes: await cluster.nodes.count))
        let session = Session(
            cluster: cluster, configuration: configuration, environment: environment, identity: identity,
            events: events)
        guard !refusing || cluster.platform != .keyspaces else {
            await session.close()
            throw MigrationError(
                .unsupportedPlatform,
                "Amazon Keyspaces changes the schema asynchronously and has no SERIAL reads: neither the lock nor schema "
                    + "agreement means there what this tool relies on")
        }
        return session
    }

    func close() async { await cluster.close() }

    /// The clock of the cluster, for everything that is measured and waited for.
    var clock: MonotonicClock { cluster.clock }

    /// The history keyspaces of all targets, each once, in the order in which they are locked.
    var historyKeyspaces: [HistoryKeyspace] {
        Set(configuration.targets.map { HistoryKeyspace(named: configuration.history(of: $0)) }).sorted()
    }

    /// Throws unless the keyspaces of targets and history are there.
    func requireKeyspaces() async throws(MigrationError) {
        for target in configuration.targets where try await keyspace(target.name) == nil {
            throw MigrationError(
                .keyspaceMissing, "there is no keyspace \(target.name)",
                hint: target.creation == nil
                    ? "create it, or give its replication in the configuration and run `cqlmig init`"
                    : "run `cqlmig init`, which creates it as the configuration says")
        }
        for history in historyKeyspaces {
            guard let live = try await keyspace(history.name) else {
                throw MigrationError(
                    .notInitialised, "there is no history keyspace \(history.name)",
                    hint: "run `cqlmig init` once")
            }
            guard !live.usesTablets else {
                throw MigrationError(
                    .unsupportedPlatform,
                    "keyspace \(history.name) keeps its data in tablets, where this Scylla has no conditional writes",
                    hint: "use a history keyspace created with tablets = {'enabled': false}")
            }
        }
    }

    /// A keyspace of the cluster; nil when there is none.
    func keyspace(_ name: String) async throws(MigrationError) -> LiveKeyspace? {
        do throws(ClientError) { return try await LiveKeyspace.read(name, from: cluster) } catch {
            throw MigrationError(error, during: "reading the schema of keyspace \(name)")
        }
    }

    func log(in keyspace: HistoryKeyspace) -> MigrationLog {
        MigrationLog(in: keyspace, of: cluster, serialConsistency: configuration.cluster.serialConsistency)
    }
}
