import CQLClient
import FoundationEssentials
import MigrationEngine
import MigrationScripts

/// What `migrate` and `rollback` did, or would do.
struct RunDocument: CommandDocument {
    let report: RunReport
    let direction: PlannedScript.Direction
    var showsTimings = false

    // MARK: JSON

    var data: JSONValue {
        var members: [JSONValue.Member] = [
            .init(key: "run_id", value: .string(report.runID.uuidString.lowercased())),
            .init(key: "dry_run", value: .bool(report.isDryRun)),
            .init(key: "tag", value: JSONValue(report.tag)),
            .init(key: "keyspaces", value: .array(report.keyspaces.map(keyspace))),
        ]
        if showsTimings { members.append(.init(key: "timings", value: TimingsText(report.timings).json)) }
        return .object(members)
    }

    private func keyspace(_ report: KeyspaceReport) -> JSONValue {
        [
            "keyspace": .string(report.keyspace),
            "actions": .array(report.scripts.map(Self.action)),
            "run": JSONValue(self.report.isDryRun ? report.scripts.count : report.count(.applied)),
            "skipped": JSONValue(report.skipped),
            "failed": JSONValue(report.count(.failed) + report.count(.unknown)),
        ]
    }

    private static func action(_ report: ScriptReport) -> JSONValue {
        [
            "action": "run",
            "script": .string(report.planned.path),
            "type": .string(report.planned.type),
            "version": .string(report.planned.version),
            "reason": .string(report.planned.reason.description),
            "checksum": .string(report.planned.checksum.hex),
            "statements": .array(report.statements.map(statement)),
            "outcome": .string(report.outcome.rawValue),
            "elapsed_ms": JSONValue(report.elapsed.inMilliseconds),
        ]
    }

    private static func statement(_ report: StatementReport) -> JSONValue {
        [
            "index": JSONValue(report.number),
            "cql": .string(report.cql),
            "kind": .string(report.kind),
            "outcome": JSONValue(report.outcome?.rawValue),
            "elapsed_ms": JSONValue(report.elapsed?.inMilliseconds),
            "agreement_ms": JSONValue(report.agreement?.inMilliseconds),
        ]
    }

    // MARK: Text

    func text(on page: Page) -> String {
        var text = report.keyspaces.map { report.isDryRun ? plan($0) : summary($0) }.joined()
        if showsTimings { text += TimingsText(report.timings).text(on: page) }
        return text
    }

    private func summary(_ report: KeyspaceReport) -> String {
        let done = report.count(.applied)
        let left = report.count(.notRun)
        var parts: [String] = []
        if done > 0 { parts.append("\(counted(done, "script")) \(direction == .up ? "applied" : "rolled back")") }
        let stopped = report.failure?.code == .interrupted ? "interrupted" : "failed"
        if report.count(.failed) > 0 { parts.append("\(report.count(.failed)) \(stopped)") }
        if report.count(.unknown) > 0 { parts.append("\(report.count(.unknown)) with an unknown outcome") }
        if left > 0 { parts.append(parts.isEmpty ? "\(counted(left, "script")) not run" : "\(left) not run") }
        if parts.isEmpty {
            let isRefused = report.failure != nil
            parts.append(isRefused ? "nothing was done" : direction == .up ? "nothing to do" : "nothing to roll back")
        }
        if direction == .up, report.skipped > 0 { parts.append("\(report.skipped) applied before") }
        return "\(report.keyspace): \(parts.joined(separator: ", "))\n"
    }

    /// A plan is CQL: what is said about it stands in comments.
    private func plan(_ report: KeyspaceReport) -> String {
        let verb = direction == .up ? "be applied" : "be rolled back"
        guard !report.scripts.isEmpty else {
            return "-- keyspace \(report.keyspace): nothing would \(verb)\n"
        }
        var text = "-- keyspace \(report.keyspace): \(counted(report.scripts.count, "script")) would \(verb)\n"
        for script in report.scripts {
            let planned = script.planned
            text += "\n-- \(SafeText.line(planned.path)): version \(planned.version), \(planned.reason)\n"
            for statement in script.statements { text += SafeText.lines(statement.cql) + ";\n" }
        }
        return text
    }
}
