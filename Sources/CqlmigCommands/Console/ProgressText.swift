import CQLClient
import MigrationEngine
import MigrationLog

/// Makes lines of text of the events of a run. A value without a clock or a stream: the times are given to it.
struct ProgressText {
    /// What the engine is at, for the live line and for waits that take long.
    private enum Step: Equatable {
        case idle
        case lock(keyspace: String, holder: String)
        case checking
        case statement(number: Int, count: Int)
        case agreement(number: Int)
        case inquiry(script: String, number: Int)
    }

    /// Something that takes longer is told where there is no live line; and again after `announceAgain`.
    private static let announceAfter = Duration.seconds(3)
    private static let announceAgain = Duration.seconds(15)

    let settings: ConsoleSettings

    /// Every warning so far.
    private(set) var warnings: [Complaint] = []
    /// The cluster and what it runs; nil as long as nothing is connected.
    private(set) var cluster: String?

    private var step = Step.idle
    private var stepBegan = Duration.zero
    private var announced: Duration?
    private var script: String?
    private var planned = 0
    private var finished = 0

    init(settings: ConsoleSettings) { self.settings = settings }

    /// The lines that an event adds, without their line breaks.
    mutating func take(_ event: MigrationEvent, at now: Duration) -> [String] {
        switch event {
        case .connected(let name, let platform, let coordinator, let nodes):
            cluster = "\(name) (\(platform), \(counted(nodes, "node")))"
            return line(settings.showsSteps ? 0 : 1, "connected to \(cluster ?? name) through \(coordinator)")
        case .checkingCluster:
            begin(.checking, now)
            return line(1, "asking the nodes for their condition and their schema")
        case .waitingForLock(let keyspace, let holder):
            let next = Step.lock(keyspace: keyspace, holder: holder.summary)
            // Another holder is not another wait.
            if case .lock(keyspace, _) = step { step = next } else { begin(next, now) }
            return []
        case .lockAcquired(let keyspace):
            begin(.idle, now)
            return line(1, "holding the lock of \(keyspace)")
        case .deadRunFound(let keyspace, let script, let statement):
            return warn(
                Complaint(
                    .warning, code: "dead-run",
                    "a run that ended without a word was at statement \(statement) of \(script) in \(keyspace); "
                        + "its outcome is recorded as unknown"))
        case .planned(let plan):
            planned += plan.scripts.count
            return line(1, "\(plan.keyspace): \(counted(plan.scripts.count, "script")) to run")
        case .scriptStarted(let keyspace, let planned):
            script = planned.path
            begin(.idle, now)
            let resumes = planned.start > 1 ? ", from statement \(planned.start) on" : ""
            let count = counted(planned.statements.count, "statement")
            return line(1, "\(keyspace): \(planned.path): \(count)\(resumes)")
        case .statementStarted(_, let number, let count, let cql):
            begin(.statement(number: number, count: count), now)
            return settings.level >= 2 ? SafeText.lines(cql).split(separator: "\n").map { "    \($0)" } : []
        case .awaitingAgreement(_, let number):
            begin(.agreement(number: number), now)
            return []
        case .resolvingStatement(let script, let number, _):
            begin(.inquiry(script: script, number: number), now)
            return line(1, "\(script): finding out what became of statement \(number)")
        case .statementFinished(let script, let report):
            begin(.idle, now)
            var lines = line(1, "  \(statement(report))")
            for warning in report.warnings {
                lines += warn(
                    Complaint(
                        .warning, code: "server-warning", warning,
                        notes: ["about statement \(report.number) of \(script)"]))
            }
            return lines
        case .scriptFinished(let keyspace, let report):
            finished += 1
            script = nil
            begin(.idle, now)
            return line(0, "\(keyspace): \(ending(report))")
        case .warning(let words):
            return warn(Complaint(.warning, code: "cluster-warning", words))
        }
    }

    /// The lines that are due because time has passed; none where the live line shows it.
    mutating func tick(at now: Duration) -> [String] {
        guard !settings.isLive, settings.level >= 0, step != .idle, let words = waiting(now) else { return [] }
        var due = now - stepBegan >= Self.announceAfter
        if case .lock = step { due = true }
        if let announced { due = now - announced >= Self.announceAgain }
        guard due else { return [] }
        announced = now
        return [words]
    }

    /// What the live line shows; nil when there is none.
    func live(at now: Duration) -> String? {
        guard settings.isLive, settings.level >= 0 else { return nil }
        guard let words = waiting(now) else { return nil }
        return planned > 0 && script != nil ? "[\(finished + 1)/\(planned)] \(words)" : words
    }

    // MARK: Words

    private mutating func begin(_ step: Step, _ now: Duration) {
        self.step = step
        stepBegan = now
        announced = nil
    }

    private func waiting(_ now: Duration) -> String? {
        let seconds = (now - stepBegan).components.seconds
        let time = seconds > 0 ? " (\(seconds) s)" : ""
        switch step {
        case .idle: return script.map { "\($0): writing the log" }
        case .lock(let keyspace, let holder): return "waiting for the lock of \(keyspace), held by \(holder)\(time)"
        case .checking: return "waiting for the nodes to answer and to agree on the schema\(time)"
        case .statement(let number, let count): return "\(script ?? ""): running statement \(number) of \(count)\(time)"
        case .agreement(let number):
            return "\(script ?? ""): waiting until all nodes have the schema of statement \(number)\(time)"
        case .inquiry(let script, let number): return "\(script): finding out what became of statement \(number)\(time)"
        }
    }

    private func line(_ level: Int, _ words: String) -> [String] {
        settings.level >= level ? [SafeText.line(words)] : []
    }

    private mutating func warn(_ warning: Complaint) -> [String] {
        warnings.append(warning)
        guard settings.showsWarnings else { return [] }
        return warning.text(settings.page.style).split(separator: "\n").map(String.init)
    }

    private func statement(_ report: StatementReport) -> String {
        var words = "\(report.number) \(report.kind): \(report.outcome?.rawValue ?? "not run")"
        if let elapsed = report.elapsed { words += ", \(ElapsedText.format(elapsed))" }
        if let agreement = report.agreement { words += ", agreement \(ElapsedText.format(agreement))" }
        return words
    }

    private func ending(_ report: ScriptReport) -> String {
        let path = report.planned.path
        let time = ElapsedText.format(report.elapsed)
        let done = report.planned.direction == .up ? "applied" : "rolled back"
        switch report.outcome {
        case .applied: return "\(path) \(done), \(counted(report.statements.count, "statement")), \(time)"
        case .failed, .unknown:
            let last = report.statements.last { $0.outcome != nil }
            let isDone = last.map { [.acknowledged, .applied].contains($0.outcome) } ?? false
            let words =
                report.outcome == .unknown ? "came to an unknown end at" : isDone ? "stopped after" : "stopped at"
            let number = last?.number ?? report.planned.start
            return "\(path) \(words) statement \(number) of \(report.planned.statements.count), \(time)"
        case .notRun: return "\(path) not run"
        }
    }
}
