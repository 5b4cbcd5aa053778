import CQLClient
public import CQLNode
import EventLoop
public import MigrationEngine
public import MigrationLog
public import Simulation

/// A world in which a scenario is run, disturbed, run again and looked at.
public final class Trial {
    /// What is run.
    public let scenario: Scenario
    /// Where.
    public let world = World()
    private let stage: Stage
    private let server: SandboxServer
    private let nodes: SimulatedProcess
    private let began: ContinuousClock.Instant
    private let lockTTL: Duration
    private var runners = 0
    /// Whether a runner may have been killed with the lock in its hands.
    var hasDeadHolder = false
    /// Is told of everything that happens in `migrate`.
    public var follow: MigrationEventHandler = { _ in }
    private let requestsBefore: Int

    /// Begins in the state of the stage.
    ///
    /// - Throws: What kept the nodes from starting.
    public init(on stage: Stage, lockTTL: Duration = .seconds(60)) throws {
        self.stage = stage
        self.lockTTL = lockTTL
        scenario = stage.scenario
        let world = world
        nodes = world.process()
        began = world.now - stage.age
        let nodes = nodes
        server = try world.run(on: nodes) { () async -> Result<SandboxServer, SystemError> in
            do throws(SystemError) {
                return .success(
                    try await SandboxServer.start(continuing: stage.machine, age: stage.age, on: nodes.loop))
            } catch {
                return .failure(error)
            }
        }.get()
        requestsBefore = stage.machine.requestCount
    }

    deinit { world.end() }

    // MARK: What tests do

    /// Has something go wrong.
    public func add(_ fault: Fault) throws {
        try control { machine, _ in
            machine.add(fault)
            return []
        }
    }

    /// How many requests the nodes have begun with since the beginning.
    public func requestCount() throws -> Int { try look { machine, _ in machine.requestCount } - requestsBefore }

    /// Everything that was executed, in its order.
    public func journal() throws -> [ExecutedStatement] { try look { machine, _ in machine.journal ?? [] } }

    /// A runner that has not begun yet.
    public func runner() -> Runner {
        runners += 1
        return Runner(
            runners, of: scenario, in: world, startTime: stage.machine.plan.startTime, began: began, lockTTL: lockTTL)
    }

    /// Tells the time since the cluster was started.
    public var clock: @Sendable () -> Duration {
        { [began, world] in began.duration(to: world.now) }
    }

    /// Runs `migrate` in a process of its own.
    ///
    /// - Parameter disturbance: Gets the process before it begins.
    public func migrate(_ disturbance: (SimulatedProcess) -> Void = { _ in }) throws -> RunEnd {
        let runner = runner()
        disturbance(runner.process)
        let follow = follow
        return try world.runMortal(on: runner.process) { await runner.migrate(follow) } ?? .killed
    }

    /// Lets time pass: what was paused goes on, and does what it was asked for.
    public func wait(_ duration: Duration) throws { try world.pass(duration) }

    /// Answers every question of the tool by what has really happened; gives how many there were.
    public func answerQuestions() throws -> Int {
        let runner = runner()
        let journal = try journal()
        let scenario = scenario
        return try world.run(on: runner.process) { () async -> Result<Int, MigrationError> in
            do throws(MigrationError) {
                var count = 0
                for list in try await runner.engine.repairList() {
                    for item in list.items where item.outcome == .unknown {
                        let statement = scenario.statements.first {
                            $0.script == item.script && $0.number == item.statement
                        }
                        let isDone = journal.contains { $0.cql == statement?.cql && $0.hadEffect }
                        _ = try await runner.engine.repair(
                            script: item.script, statement: item.statement, answer: isDone ? .applied : .retry,
                            reason: "the journal of the nodes")
                        count += 1
                    }
                }
                return .success(count)
            } catch {
                return .failure(error)
            }
        }.get()
    }

    /// The log as it is.
    public func log() throws -> [LogEntry] {
        let runner = runner()
        return try world.run(on: runner.process) { () async -> Result<[LogEntry], MigrationError> in
            let rows = Guarded<[LogEntry]>([])
            do throws(MigrationError) {
                try await runner.engine.history { _, row in rows.withLock { $0.append(row) } }
                return .success(rows.withLock { $0 })
            } catch {
                return .failure(error)
            }
        }.get()
    }

    /// The rows that a statement gives at a node now.
    public func rows(_ cql: String, at node: Int = 1) throws -> [[[UInt8]?]] {
        try look { machine, now in
            var copy = machine
            guard let result = try? copy.run(cql, at: node, now: now), case .rows(let rows) = result.outcome else {
                return []
            }
            return rows.rows
        }
    }

    /// Whether the lock is taken.
    public func isLocked() throws -> Bool {
        try !rows("SELECT owner FROM \(Scenario.keyspace).cqlmig_lock").isEmpty
    }

    /// Does something to the nodes.
    public func control(
        _ body: @escaping @Sendable (inout SandboxServer.Machine, Duration) -> [ClusterAction]
    ) throws {
        let server = server
        try world.run(on: nodes) { await server.control(body) }
    }

    /// Ends the process of a node before the n-th delivery from now on, and starts it again after a time.
    func killNode(_ node: Int, before delivery: Int, for duration: Duration) {
        let (world, nodes, server) = (world, nodes, server)
        @Sendable func apply(
            _ body: @escaping @Sendable (inout SandboxServer.Machine, Duration) -> [ClusterAction]
        ) {
            world.start(on: nodes) { await server.control(body) }
        }
        world.intervene(before: world.deliveries + delivery) {
            apply { $0.kill(node, now: $1) }
            world.schedule(after: duration) { apply { $0.restart(node, now: $1) } }
        }
    }

    private func look<Value: Sendable>(
        _ body: @escaping @Sendable (SandboxServer.Machine, Duration) -> Value
    ) throws -> Value {
        let server = server
        return try world.run(on: nodes) { await server.look(body) }
    }
}

extension Runner {
    /// One call of `migrate`.
    public func migrate(_ events: @escaping MigrationEventHandler = { _ in }) async -> RunEnd {
        do throws(MigrationError) { return .report(try await engine.migrate(events: events)) } catch {
            return .refused(error)
        }
    }
}
