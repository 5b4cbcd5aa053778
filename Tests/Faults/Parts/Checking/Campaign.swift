import CQLNode
import Simulation

/// All trials of a scenario: it is disturbed once in each, at one point in one way, run again to its end, and held
/// against what it makes when nothing disturbs it.
public struct Campaign: Sendable {
    /// Where the trials begin.
    public let stage: Stage
    /// How many requests an undisturbed run makes.
    public let requests: Int
    /// How often something comes out of the network in an undisturbed run.
    public let deliveries: Int
    private let result: Result
    let checker: Checker

    /// What is left in the end.
    struct Result: Equatable, Sendable {
        /// How each node describes the keyspace.
        let schema: [[[[UInt8]?]]]
        /// The rows of each table.
        let rows: [[[[UInt8]?]]]
    }

    /// Runs the scenario undisturbed.
    ///
    /// - Throws: What kept it from its end.
    public init(_ scenario: Scenario) throws {
        stage = try Stage(scenario)
        checker = Checker(scenario)
        let trial = try Trial(on: stage)
        let before = trial.world.deliveries
        let end = try trial.migrate()
        deliveries = trial.world.deliveries - before
        requests = try trial.requestCount()
        guard end.isSuccess else { throw StageError(description: "undisturbed: \(end)") }
        result = try Self.result(of: trial)
    }

    /// Every point with everything that may happen there.
    public var disturbances: [Disturbance] {
        Disturbance.reactions.flatMap { reaction in (1...requests).map { Disturbance.request($0, reaction) } }
            + (1...deliveries).flatMap { [.kill(delivery: $0), .killNode(delivery: $0)] }
    }

    /// Runs one trial; where the tool asks what became of a statement, another one in which it is not told at once.
    ///
    /// - Throws: `WorldStuck`, where something waits for ever.
    public func violations(
        of disturbance: Disturbance, _ prepare: (Trial) -> Void = { _ in }
    ) throws -> [Violation] {
        let trial = try Trial(on: stage)
        prepare(trial)
        let end = try first(trial, disturbance)
        var violations = try violations(of: end, in: trial) + finish(trial, after: end)
        if end.asks {
            let other = try Trial(on: stage)
            violations += try finish(other, after: try first(other, disturbance), answering: .late)
        }
        return violations
    }

    /// When a person answers what the tool asks.
    enum Answering {
        /// When everything has calmed down, and before the tool is run again.
        case soon
        /// When the tool has been run again, and asks still.
        case late
    }

    /// What is wrong with what a run says and leaves behind.
    func violations(of end: RunEnd, in trial: Trial) throws -> [Violation] {
        var violations = checker.violations(of: end, try trial.journal())
        // Whoever was killed leaves the lock, and a run that has nothing to do does not wait for its end.
        if !trial.hasDeadHolder, try trial.isLocked() { violations.append(Violation(.lockLeft, "after \(end)")) }
        return violations
    }

    /// Runs the scenario again until it is done, answers what is asked, and looks at what has come of it.
    func finish(
        _ trial: Trial, after first: RunEnd, answering: Answering = .soon
    ) throws -> [Violation] {
        var violations: [Violation] = []
        var end = first
        var rounds = 0
        while !end.isSuccess {
            rounds += 1
            guard rounds < 8 else {
                return violations + [Violation(.noEnd, "still: \(end)")]
            }
            if end.asks, answering == .soon || rounds > 2 {
                try trial.wait(.seconds(200))
                _ = try trial.answerQuestions()
            } else if rounds > 1 {
                // A node that is down, or a lock of somebody who died.
                try trial.wait(.seconds(100))
            }
            end = try trial.migrate()
            violations += try self.violations(of: end, in: trial)
        }
        try trial.wait(.seconds(200))
        let journal = try trial.journal()
        violations += checker.violations(in: journal)
        violations += checker.violations(in: try trial.log(), journal)
        if try Self.result(of: trial) != result {
            violations.append(
                Violation(.otherResult, "the schema or the rows are others than those of an undisturbed run"))
        }
        return violations
    }

    private func first(_ trial: Trial, _ disturbance: Disturbance) throws -> RunEnd {
        switch disturbance {
        case .request(let number, let reaction):
            try trial.add(Fault(reaction, skipping: number - 1, times: 1))
            return try trial.migrate()
        case .fault(let fault):
            try trial.add(fault)
            return try trial.migrate()
        case .killNode(let delivery):
            trial.killNode(1, before: delivery, for: .seconds(30))
            return try trial.migrate()
        case .kill(let delivery):
            let world = trial.world
            return try trial.migrate { process in
                world.intervene(before: world.deliveries + delivery) { process.kill() }
                trial.hasDeadHolder = true
            }
        }
    }

    private static func result(of trial: Trial) throws -> Result {
        try trial.wait(.seconds(5))
        let keyspace = Scenario.keyspace
        return Result(
            schema: try (1...3).map { try trial.rows("DESCRIBE KEYSPACE \(keyspace)", at: $0) },
            rows: try trial.scenario.tables.map { try trial.rows("SELECT * FROM \(keyspace).\($0)") })
    }
}
