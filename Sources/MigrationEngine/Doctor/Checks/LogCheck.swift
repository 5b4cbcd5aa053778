import CQLClient
import FoundationEssentials
import MigrationLog

/// What the logs have open: runs without an end, statements that failed or of which nobody knows.
struct LogCheck {
    let histories: [HistoryFacts]
    /// The targets of each history keyspace.
    let targets: [String: [String]]

    var findings: [DoctorFinding] { histories.flatMap(findings) }

    private func findings(_ facts: HistoryFacts) -> [DoctorFinding] {
        let name = facts.keyspace.name
        switch facts.log {
        case .unknown(let reason):
            return [DoctorFinding(.log, .unknown, "the log of \(name) could not be read: \(reason)")]
        case .known(let history):
            guard let last = history.last else {
                return [DoctorFinding(.log, .unknown, "the log of \(name) has no row")]
            }
            let holder = facts.lock.value?.holder
            let isRunning = holder != nil && holder?.owner == history.openLock?.lockOwner
            var found: [DoctorFinding] = []
            if let open = history.openLock, !isRunning, facts.lock.value != nil { found.append(deadRun(open, name)) }
            for target in targets[name] ?? [] { found += stopped(history[target], target, isRunning) }
            if !found.isEmpty { return found }
            let end = "\(last.kind.rawValue) at \(last.at.formatted(.iso8601))"
            let state = isRunning ? "a run is under way" : "nothing is open"
            return [
                DoctorFinding(
                    .log, .ok,
                    "the log of \(name): \(history.lastSeq) row\(history.lastSeq == 1 ? "" : "s"), the last \(end); \(state)"
                )
            ]
        }
    }

    private func deadRun(_ open: LogEntry, _ name: String) -> DoctorFinding {
        DoctorFinding(
            .log, .warning,
            "in the log of \(name) the run of \(open.operatorName ?? "?") on \(open.host ?? "?"), begun at "
                + "\(open.at.formatted(.iso8601)), has no end, and it does not hold the lock any more",
            hint: "the next `cqlmig migrate` finds out what became of its last statement")
    }

    private func stopped(_ history: KeyspaceHistory, _ target: String, _ isRunning: Bool) -> [DoctorFinding] {
        let records = history.halfDone.filter { !isRunning || $0.state != .running }
        let scripts = Set(records.map(\.script)).sorted()
        let items = scripts.flatMap { script in
            records.filter { $0.script == script }.flatMap { RepairList.items(of: $0) }
        }
        return items.map { item in
            let place = "statement \(item.statement) of \(item.script) in \(target)"
            let error = item.error.map { ": \($0)" } ?? ""
            if item.outcome == .unknown {
                return DoctorFinding(
                    .log, .problem, "nobody knows whether \(place) took effect\(error)",
                    hint: "run `cqlmig migrate`, which looks; where it cannot tell: "
                        + StatementFailure.commands(item.script, item.statement))
            }
            // The error of a run begins with the place.
            let words = item.error.flatMap { $0.hasPrefix("\(item.script) stopped") ? "in \(target) \($0)" : nil }
            return DoctorFinding(
                .log, .problem, words ?? "the run stopped at \(place)\(error)",
                hint: "correct the script and run `cqlmig migrate`, which goes on there")
        }
    }
}
