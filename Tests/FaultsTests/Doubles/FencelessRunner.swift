import CQLClient
import Faults
import MigrationEngine
import MigrationLog

/// A tool with a lock, and with a log that is no fence.
struct FencelessRunner: Sendable {
    let runner: Runner
    let scenario: Scenario

    /// It says nothing that could be wrong.
    func run() async -> RunEnd {
        do { try await work() } catch { return .killed }
        return .killed
    }

    private func work() async throws {
        let configuration = runner.engine.configuration
        let environment = runner.engine.environment
        let cluster = try await Cluster.connect(configuration.cluster)
        let keyspace = HistoryKeyspace(name: Scenario.keyspace, quotedName: Scenario.keyspace)
        let identity = RunIdentity(
            run: environment.makeID(), operatorName: environment.operatorName, host: "here", pid: environment.pid,
            ciURL: nil, toolVersion: "double", tag: nil, now: environment.now, makeID: environment.makeID)
        let lease = try await Lease.acquire(
            in: keyspace, of: cluster, as: identity.lockHolder(),
            settings: LeaseSettings(ttl: configuration.lockTTL, wait: .seconds(90)), now: environment.now,
            shouldStop: { false }, waiting: { _ in })
        var log = try await FencelessLog(
            MigrationLog(in: keyspace, of: cluster, serialConsistency: .serial), identity, owner: lease.owner)
        let before = log.history[Scenario.keyspace]
        try await log.append(.lockAcquired, nil)
        _ = try await cluster.execute(Statement("USE \(Scenario.keyspace)"))
        for (index, statement) in scenario.statements.enumerated() {
            let record = before.scripts.values.first { $0.script == statement.script }
            if record?.isApplied == true || record?.statements[statement.number]?.isDone == true { continue }
            if statement.number == 1 { try await log.append(.scriptStarted, statement) }
            try await log.append(.statementIntended, statement)
            _ = try? await cluster.execute(Statement(statement.cql))
            try await log.append(.statementOutcome, statement)
            if index + 1 == scenario.statements.count { try await log.append(.scriptApplied, statement) }
        }
        try await log.append(.lockReleased, nil)
        await lease.release()
        await cluster.close()
    }
}
