import Foundation
import Glibc
import Testing

/// Many runs of the tool on one folder, while chance kills, pauses and restarts nodes and the tool itself.
///
/// After each round all nodes are brought back, an operator runs the tool to its end, and a checker holds log, schema and
/// rows against what the scripts make when each statement has run once.
public struct Torture: Sendable {
    private let nodes: any NodesUnderTest
    private let seed: UInt64
    private let duration: Duration
    private let rounds: Int

    /// A torture that begins rounds for so long, and not more of them than given.
    public init(_ nodes: any NodesUnderTest, seed: UInt64, duration: Duration, rounds: Int = .max) {
        self.nodes = nodes
        self.seed = seed
        self.duration = duration
        self.rounds = rounds
    }

    /// Runs it, prints what happened, and records each broken promise as an issue.
    public func run() async throws {
        let project = try Project(
            "torture", nodes.addresses, settings: "lock: { ttl: \(TorturePlan.lockTTL)s, wait: 90s }")
        try await project.expect(0, "init")
        var chance = SeededChance(seed: seed)
        var account = TortureAccount()
        var operate = TortureOperator(project)
        let end = ContinuousClock.now + duration
        print("torture: seed \(seed), \(nodes.release)")
        while ContinuousClock.now < end, account.rounds < rounds {
            let plan = TorturePlan(nodes: nodes.addresses.count, &chance)
            for _ in 0..<plan.newScripts {
                account.scripts += 1
                let script = TortureScript(number: account.scripts)
                try project.write(script.name, script.text)
            }
            account.add(plan)
            let ends = try await disturbed(project, plan)
            account.add(ends)
            try await heal(plan)
            let stuck = try await operate.finish()
            let checker = TortureChecker(truth: try await TortureTruth.read(project), scripts: account.scripts)
            let violations =
                (stuck.map { ["the tool does not come to its end: \($0)"] } ?? [])
                + ends.flatMap(\.violations) + checker.violations(account.claims)
            print("round \(account.rounds): \(plan): exits \(ends.map(\.exitCode)), \(violations.count) violations")
            // A long torture is watched while it runs.
            fflush(nil)
            for violation in violations {
                Issue.record("seed \(seed), round \(account.rounds) (\(plan)): \(violation)")
            }
            account.violations += violations.count
            if !violations.isEmpty { break }
        }
        print("torture: seed \(seed), \(nodes.release): \(account), \(operate.answers) questions answered")
    }

    /// One round: the runners, and what is done to them and to the nodes.
    private func disturbed(_ project: Project, _ plan: TorturePlan) async throws -> [TortureEnd] {
        try await withThrowingTaskGroup(of: TortureEnd?.self) { group in
            for runner in plan.runners {
                group.addTask {
                    try await Task.sleep(for: runner.start)
                    let tool = try project.start(
                        runner.arguments, contactPoint: Self.contactPoints(project, first: runner.contactPoint))
                    try await Self.fulfil(runner.fate, on: tool)
                    return TortureEnd(runner, try await Self.end(of: tool))
                }
            }
            for disturbance in plan.disturbances {
                group.addTask {
                    try await disturb(disturbance)
                    return nil
                }
            }
            var ends: [TortureEnd] = []
            for try await end in group { if let end { ends.append(end) } }
            return ends
        }
    }

    /// Every node, in an order that begins with one of them.
    private static func contactPoints(_ project: Project, first: Int) -> String {
        let points = project.contactPoints
        return (points[first...] + points[..<first]).joined(separator: ",")
    }

    private static func fulfil(_ fate: TorturePlan.Runner.Fate, on tool: RunningTool) async throws {
        switch fate {
        case .ends: break
        case .killed(let time):
            try await Task.sleep(for: time)
            tool.signal(SIGKILL)
        case .terminated(let time):
            try await Task.sleep(for: time)
            tool.signal(SIGTERM)
        case .stopped(let time, let pause):
            try await Task.sleep(for: time)
            tool.signal(SIGSTOP)
            try await Task.sleep(for: pause)
            tool.signal(SIGCONT)
        }
    }

    /// How long a run may take before it counts as one that does not end: twice what all its time-outs come to.
    private static let patience = Duration.seconds(600)

    /// Waits for the end of a run, and kills one that does not come to it.
    private static func end(of tool: RunningTool) async throws -> Finished? {
        let watch = Task {
            try await Task.sleep(for: patience)
            tool.signal(SIGKILL)
        }
        let began = ContinuousClock.now
        let finished = await tool.wait()
        watch.cancel()
        return ContinuousClock.now - began < patience ? finished : nil
    }

    private func disturb(_ disturbance: TorturePlan.Disturbance) async throws {
        try await Task.sleep(for: disturbance.start)
        switch disturbance.kind {
        case .killed: try await nodes.kill(disturbance.node)
        case .restarted:
            try await nodes.kill(disturbance.node)
            try await nodes.restart(disturbance.node)
        case .paused(let time):
            try await nodes.pause(disturbance.node)
            try await Task.sleep(for: time)
            try await nodes.resume(disturbance.node)
        }
    }

    /// Brings all nodes back, and waits until they know each other.
    private func heal(_ plan: TorturePlan) async throws {
        for disturbance in plan.disturbances where disturbance.kind == .killed {
            try await nodes.restart(disturbance.node)
        }
        if !plan.disturbances.isEmpty { try await nodes.settle() }
    }
}
