import CQLClient
import CQLNode
import Faults
import MigrationEngine
import MigrationLog

/// One trial, told from its events to its log.
struct Story {
    private let campaign: Campaign

    init(_ scenario: Scenario) throws { campaign = try Campaign(scenario) }

    func tell(_ disturbance: Disturbance) throws {
        var told: Trial?
        let violations = try campaign.violations(of: disturbance) { trial in
            told = trial
            let clock = trial.clock
            trial.follow = { print("\(clock()): \(String(describing: $0).prefix(300))") }
        }
        guard let trial = told else { return }
        print("--- executed")
        for entry in try trial.journal() where !entry.cql.contains("cqlmig_") {
            print("\(entry.time) node \(entry.node): \(entry.cql)\(entry.hadEffect ? "" : " (no effect)")")
        }
        print("--- log")
        for row in try trial.log() {
            let statement = row.statement.map { ":\($0)" } ?? ""
            let words: [String?] = [
                row.script.map { $0 + statement }, row.outcome?.rawValue, row.coordinatorAddress, row.operatorName,
                row.errorText, row.reason,
            ]
            print("\(row.seq) \(row.kind.rawValue) \(words.compactMap { $0 }.joined(separator: ", "))")
        }
        print("--- violations")
        for violation in violations { print(violation) }
    }
}
