import CQLClient
import CQLSyntax
import FoundationEssentials
import MigrationLog
import MigrationScripts
import Testing

@testable import MigrationEngine

/// Reports of the engine, made by hand.
enum Sample {
    static let run = id(1)

    /// An id whose last digit says which one it is.
    static func id(_ number: UInt8) -> UUID {
        UUID(uuid: (0, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, number))
    }

    /// Seconds after 2026-01-15 10:30:00 UTC.
    static func time(_ seconds: Double) -> Date { World.now.addingTimeInterval(seconds) }

    /// The scripts of texts by path.
    static func scripts(_ texts: [String: String]) async throws -> ScriptSet {
        let files = Dictionary(uniqueKeysWithValues: texts.map { ("migrations/\($0)", $1) })
        return try await ScriptDirectory("migrations", in: MemoryProject(files)).load(parallelism: 1)
    }

    /// A planned script of one file.
    static func planned(
        _ path: String, _ text: String, _ direction: PlannedScript.Direction = .up, start: Int = 1,
        reason: PlannedScript.Reason = .pending
    ) async throws -> PlannedScript {
        let set = try await scripts([path: text])
        let script = try #require(set.versioned.first)
        let statements =
            direction == .up ? script.parsed().statements(of: .up) : set.undo(of: script)?.statements() ?? []
        return PlannedScript(
            script: script, direction: direction, path: script.path,
            statements: try ScriptStatement.list(statements), start: start,
            checksum: Checksum(algorithm: "t1", hex: "abc123"), reason: reason)
    }

    /// What became of a planned script: for each statement what is known, and how long it took.
    static func report(
        _ planned: PlannedScript, _ outcome: ScriptReport.Outcome, _ outcomes: [Outcome?] = [],
        milliseconds: Int = 0
    ) -> ScriptReport {
        var report = ScriptReport(notRun: planned)
        for (index, known) in outcomes.enumerated() where index < report.statements.count {
            report.statements[index].outcome = known
            guard known != nil else { continue }
            report.statements[index].elapsed = .milliseconds(90 + index)
            if known == .applied { report.statements[index].agreement = .milliseconds(5) }
        }
        report.outcome = outcome
        report.elapsed = .milliseconds(milliseconds)
        return report
    }

    static func keyspace(
        _ name: String, _ scripts: [ScriptReport] = [], skipped: Int = 0, failure: MigrationError? = nil,
        findings: [Finding] = []
    ) -> KeyspaceReport {
        KeyspaceReport(keyspace: name, scripts: scripts, skipped: skipped, failure: failure, findings: findings)
    }

    static func run(_ keyspaces: [KeyspaceReport], isDryRun: Bool = false, tag: String? = nil) -> RunReport {
        var timings = Timings()
        timings.add(.milliseconds(12), to: .scripts)
        timings.add(.milliseconds(1250), to: .statements)
        return RunReport(runID: run, isDryRun: isDryRun, tag: tag, keyspaces: keyspaces, timings: timings)
    }

    static func plan(_ name: String, _ scripts: [PlannedScript] = [], findings: [Finding] = []) -> KeyspacePlan {
        KeyspacePlan(keyspace: name, scripts: scripts, findings: findings, skipped: 0)
    }

    static func baseline(_ version: MigrationVersion, _ marked: [String: [String]]) -> BaselineReport {
        BaselineReport(version: version, marked: marked)
    }

    static let holder = LockHolder(
        owner: id(9), host: "build-7", pid: 4711, operatorName: "ann", ciURL: "https://ci.example.com/job/3",
        since: time(-30), renewed: time(-10), expiresInSeconds: 50)

    /// A row of the log.
    static func row(_ seq: Int64, _ kind: LogEntryKind, _ change: (inout LogEntry) -> Void = { _ in }) -> LogEntry {
        var row = LogEntry(seq: seq, id: id(UInt8(clamping: seq)), at: time(Double(seq)), kind: kind)
        row.run = run
        row.operatorName = "ann"
        row.host = "build-7"
        change(&row)
        return row
    }
}
