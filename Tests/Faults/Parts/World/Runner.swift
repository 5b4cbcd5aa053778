import CQLClient
import EventLoop
import FoundationEssentials
public import MigrationEngine
public import Simulation

/// The tool as a process of a world.
public struct Runner: Sendable {
    /// What it works with.
    public let engine: MigrationEngine
    /// Where it lives.
    public let process: SimulatedProcess

    /// - Parameters:
    ///   - number: Tells its ids from those of others.
    ///   - startTime: The wall clock when the cluster was started, in microseconds since 1970.
    ///   - began: The same moment on the clock of the world.
    init(
        _ number: Int, of scenario: Scenario, in world: World, startTime: Int64, began: ContinuousClock.Instant,
        lockTTL: Duration
    ) {
        let process = world.process()
        self.process = process
        let wallClock: @Sendable () -> Date = {
            let (seconds, attoseconds) = began.duration(to: world.now).components
            return Date(
                timeIntervalSince1970: Double(startTime) / 1_000_000 + Double(seconds) + Double(attoseconds) / 1e18)
        }
        var cluster = ClusterSettings(
            contactPoints: (1...3).map { ContactPoint(host: "127.0.0.\($0)", port: 9042) })
        cluster.loop = process.loop
        cluster.wallClock = wallClock
        let configuration = EngineConfiguration(
            cluster: cluster,
            targets: [
                TargetKeyspace(
                    name: Scenario.keyspace,
                    creation: .init(replication: ["class": "SimpleStrategy", "replication_factor": "3"]))
            ],
            agreementMode: scenario.mode, lockTTL: lockTTL)
        let ids = Guarded<UInt64>(0)
        var environment = EngineEnvironment(
            operatorName: "runner \(number)", host: "here", pid: Int64(number), toolVersion: "test", now: wallClock,
            makeID: {
                let id = ids.withLock { id in
                    id += 1
                    return id
                }
                return Self.id(number, id)
            }, files: MemoryFiles(folder: "migrations", texts: scenario.scripts), parallelism: 1)
        environment.readers = process.loop
        engine = MigrationEngine(configuration: configuration, environment: environment)
    }

    private static func id(_ runner: Int, _ number: UInt64) -> UUID {
        let low = (0..<8).map { UInt8(truncatingIfNeeded: number >> UInt64(56 - 8 * $0)) }
        return UUID(
            uuid: (
                0, 0, 0, 0, 0, UInt8(truncatingIfNeeded: runner), 0x40, 0, 0x80 | low[0], low[1], low[2], low[3],
                low[4], low[5], low[6], low[7]
            ))
    }
}
