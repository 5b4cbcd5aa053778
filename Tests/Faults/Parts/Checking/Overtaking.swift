import CQLNode
import CQLWire
import EventLoop
import Simulation

/// All trials in which a runner is stopped where it stands, for longer than its lock lasts, and another one takes over:
/// once at every point at which anything comes out of the network.
public struct Overtaking: Sendable {
    private let campaign: Campaign
    private let scenario: Scenario

    /// How long the lock lasts that is not renewed.
    public static let lockTTL = Duration.seconds(10)
    /// For how long the first runner is stopped: the second is at work, and the second has come to its end.
    public static let pauses: [Duration] = [.seconds(12), .milliseconds(12_100), .seconds(400)]

    /// Prepares the trials of a scenario.
    ///
    /// - Throws: What kept an undisturbed run from its end.
    public init(_ campaign: Campaign) {
        self.campaign = campaign
        scenario = campaign.stage.scenario
    }

    /// The points at which the first runner is stopped.
    public var points: ClosedRange<Int> { 1...campaign.deliveries }

    /// What a runner does: `migrate`, or what a test has put in its place.
    public typealias Work = @Sendable (Runner) async -> RunEnd

    /// Runs one trial.
    ///
    /// - Throws: `WorldStuck`, where something waits for ever.
    public func violations(
        pausedBefore delivery: Int, for pause: Duration, _ work: @escaping Work = { await $0.migrate() }
    ) throws -> [Violation] {
        let trial = try Trial(on: campaign.stage, lockTTL: Self.lockTTL)
        let (first, second) = (trial.runner(), trial.runner())
        let ends = Guarded<[Int: RunEnd]>([:])
        let world = trial.world
        @Sendable func start(_ runner: Runner, _ number: Int) {
            world.start(on: runner.process) {
                let end = await work(runner)
                ends.withLock { $0[number] = end }
            }
        }
        let isStopped = Guarded(false)
        world.intervene(before: world.deliveries + delivery) {
            isStopped.withLock { $0 = true }
            first.process.pause()
            world.schedule(after: pause) { first.process.resume() }
            start(second, 2)
        }
        start(first, 1)
        // It may come to its end before the point.
        try world.run { ends.withLock { $0.count } == (isStopped.withLock { $0 } ? 2 : 1) }
        let journal = try trial.journal()
        var violations = sentAfterFence(in: journal, first.process, second.process)
        for end in ends.withLock({ $0 }).values { violations += campaign.checker.violations(of: end, journal) }
        if try trial.isLocked() { violations.append(Violation(.lockLeft, "after both")) }
        return try violations + campaign.finish(trial, after: .killed)
    }

    /// Runs a trial in which two runners begin at the same time, and neither is disturbed.
    ///
    /// - Throws: `WorldStuck`, where something waits for ever.
    public func violationsOfTwo(_ work: @escaping Work = { await $0.migrate() }) throws -> [Violation] {
        let trial = try Trial(on: campaign.stage, lockTTL: Self.lockTTL)
        let ends = Guarded<[RunEnd]>([])
        for runner in [trial.runner(), trial.runner()] {
            trial.world.start(on: runner.process) {
                let end = await work(runner)
                ends.withLock { $0.append(end) }
            }
        }
        try trial.world.run { ends.withLock { $0.count == 2 } }
        let journal = try trial.journal()
        let said = ends.withLock { $0 }.flatMap { campaign.checker.violations(of: $0, journal) }
        return try said + campaign.finish(trial, after: .killed)
    }

    /// The statements that each of two runners sent after the other one had written to the log behind it.
    private func sentAfterFence(
        in journal: [ExecutedStatement], _ first: SimulatedProcess, _ second: SimulatedProcess
    ) -> [Violation] {
        let cqls = Set(scenario.statements.map(\.cql))
        // The first row that a runner writes is that of its lock: it fences those who wrote before.
        var locked: [UInt16: Duration] = [:]
        for entry in journal where entry.cql.contains(".cqlmig_log ") && entry.hadEffect {
            if let port = entry.client?.port, locked[port] == nil { locked[port] = entry.time }
        }
        guard let one = locked[first.port], let other = locked[second.port] else { return [] }
        let (fenced, fence) = one < other ? (first.port, other) : (second.port, one)
        var violations: [Violation] = []
        for entry in journal where entry.client?.port == fenced && cqls.contains(entry.cql) {
            guard entry.time > fence + World.latency else { continue }
            violations.append(Violation(.sentAfterFence, "\(entry.cql) ran at \(entry.time), the fence at \(fence)"))
        }
        return violations
    }
}
