import CQLClient
public import CQLNode
import LogStories
import MigrationEngine
public import MigrationLog

/// Holds what the tool says, and what it has written down, against what the nodes have executed.
public struct Checker: Sendable {
    private let scenario: Scenario

    /// A checker for a scenario.
    public init(_ scenario: Scenario) { self.scenario = scenario }

    /// How often each statement has taken effect.
    private func counts(_ journal: [ExecutedStatement]) -> [String: Int] {
        journal.reduce(into: [:]) { if $1.hadEffect { $0[$1.cql, default: 0] += 1 } }
    }

    // MARK: A run

    /// What is wrong with what a run says at its end.
    public func violations(of end: RunEnd, _ journal: [ExecutedStatement]) -> [Violation] {
        let counts = counts(journal)
        var violations: [Violation] = []
        if end.isSuccess {
            for statement in scenario.statements where counts[statement.cql] == nil {
                violations.append(Violation(.falseSuccess, "success without \(statement)"))
            }
        }
        guard case .report(let report) = end else { return violations }
        for script in report.keyspaces.flatMap(\.scripts) {
            for said in script.statements {
                guard let outcome = said.outcome, let statement = statement(script.planned.path, said.number) else {
                    continue
                }
                let count = counts[statement.cql, default: 0]
                if let violation = violation(of: outcome, statement, count, by: "the report") {
                    violations.append(violation)
                }
            }
        }
        return violations
    }

    private func violation(
        of outcome: Outcome, _ statement: Scenario.Statement, _ count: Int, by whom: String
    ) -> Violation? {
        switch outcome {
        case .applied, .acknowledged:
            count > 0 ? nil : Violation(.falseOutcome, "\(whom) has \(statement) as \(outcome), and it never ran")
        case .rejected, .notSent:
            count == 0 ? nil : Violation(.falseFailure, "\(whom) has \(statement) as \(outcome), and it ran")
        case .unknown: nil
        }
    }

    private func statement(_ script: String, _ number: Int) -> Scenario.Statement? {
        scenario.statements.first { $0.script == script && $0.number == number }
    }

    // MARK: The end

    /// What is wrong with what was executed, once everything has come to its end.
    public func violations(in journal: [ExecutedStatement]) -> [Violation] {
        let counts = counts(journal)
        var violations: [Violation] = []
        var last = -1
        for (index, statement) in scenario.statements.enumerated() {
            let count = counts[statement.cql, default: 0]
            if count == 0 { violations.append(Violation(.falseSuccess, "\(statement) never ran")) }
            if count > 1, !statement.isRepeatable {
                violations.append(Violation(.ranTwice, "\(statement) ran \(count) times"))
            }
            guard let place = journal.firstIndex(where: { $0.cql == statement.cql && $0.hadEffect }) else { continue }
            if place < last { violations.append(Violation(.wrongOrder, "statement \(index + 1) ran too early")) }
            last = place
        }
        return violations
    }

    /// What is wrong with the log.
    public func violations(in log: [LogEntry], _ journal: [ExecutedStatement]) -> [Violation] {
        var violations: [Violation] = []
        for (place, row) in log.misnumbered {
            violations.append(Violation(.gapInLog, "row \(place) has the number \(row.seq)"))
        }
        for row in log.behindFence {
            violations.append(
                Violation(.twoHolders, "row \(row.seq) (\(row.kind.rawValue)) is of a holder that was fenced"))
        }
        var history = History()
        for row in log { history.add(row) }
        let counts = counts(journal)
        for statement in scenario.statements {
            let record = history[Scenario.keyspace].scripts.values.first { $0.script == statement.script }
            let count = counts[statement.cql, default: 0]
            if record?.isApplied == true, count == 0 {
                violations.append(
                    Violation(.falseOutcome, "the log has \(statement.script) applied without \(statement)"))
            }
            guard let known = record?.statements[statement.number] else { continue }
            let outcome: Outcome? =
                switch known.state {
                case .ended(let outcome): outcome
                case .declaredApplied: .applied
                case .declaredUnapplied, .resolvedUnapplied: .notSent
                case .intended: nil
                }
            if let outcome, let violation = violation(of: outcome, statement, count, by: "the log") {
                violations.append(violation)
            }
        }
        return violations
    }
}
