import CQLClient
import EventLoop
import MigrationEngine
public import MigrationLog

/// The log of a cluster that stands somewhere, outside of all worlds.
public enum WrittenLog {
    /// Reads every row.
    ///
    /// - Parameter port: Where the node at 127.0.0.1 takes connections.
    /// - Throws: `MigrationError`.
    public static func rows(at port: UInt16) async throws -> [LogEntry] {
        let configuration = EngineConfiguration(
            cluster: ClusterSettings(contactPoints: [ContactPoint(host: "127.0.0.1", port: port)]),
            targets: [TargetKeyspace(name: Scenario.keyspace)])
        let environment = EngineEnvironment(operatorName: "reader", host: "here", pid: 0, toolVersion: "test")
        let rows = Guarded<[LogEntry]>([])
        try await MigrationEngine(configuration: configuration, environment: environment).history { _, row in
            rows.withLock { $0.append(row) }
        }
        return rows.withLock { $0 }
    }
}
