import CQLSyntax
import MigrationLog
import MigrationScripts

/// Holds the scripts against the log of one target keyspace: what is to be run, and what does not fit.
///
/// A value without a connection: everything it says follows from its two arguments.
struct MigrationPlanner {
    let scripts: ScriptSet
    let history: KeyspaceHistory
    let keyspace: String

    /// The plan up to a version, or to the last one.
    ///
    /// - Throws: `MigrationError.local` when statements cannot be hashed.
    func plan(target: MigrationVersion? = nil) throws(MigrationError) -> KeyspacePlan {
        let newest = newestApplied
        var planned: [PlannedScript] = []
        var findings: [Finding] = []
        var skipped = 0
        for script in scripts.versioned {
            guard let version = script.version else { continue }
            let record = history.scripts[.version(version.text)]
            if let record { findings += try check(script, record) }
            guard record?.isApplied != true else {
                skipped += 1
                continue
            }
            if let target, target < version { continue }
            guard let next = try self.planned(script, record) else { continue }
            planned.append(next)
            if let newest, version < newest, record?.isHalfDone != true {
                findings.append(
                    Finding(
                        .outOfOrder, script: script.path, version: version.text,
                        "version \(version.text) is not applied, but the newer \(newest.text) is",
                        hint: "give it a newer version, or run it with --allow out-of-order"))
            }
        }
        return KeyspacePlan(
            keyspace: keyspace, scripts: planned, findings: findings + missing(), skipped: skipped)
    }

    /// The highest version that is applied.
    private var newestApplied: MigrationVersion? {
        history.scripts.values.lazy.filter(\.isApplied).compactMap { record in
            guard case .version(let text) = record.key else { return nil }
            return try? MigrationVersion(text)
        }.max()
    }

    private func planned(
        _ script: MigrationScript, _ record: ScriptRecord?
    ) throws(MigrationError) -> PlannedScript? {
        var start = 1
        var reason = PlannedScript.Reason.pending
        if let record {
            if record.isHalfDone {
                guard record.direction == .up else { return nil }
                start = record.nextStatement
                reason = start == 1 && record.statements.isEmpty ? .pending : .resume(start)
            } else if record.state == .rolledBack {
                reason = .rolledBack
            }
        }
        let statements = try ScriptStatement.list(script.parsed().up)
        return PlannedScript(
            script: script, direction: .up, path: script.path, statements: statements, start: start,
            checksum: script.checksum, reason: reason,
            alreadyDone: record.map { $0.isHalfDone ? $0.alreadyDone(among: statements) : [] } ?? [])
    }

    private func check(_ script: MigrationScript, _ record: ScriptRecord) throws(MigrationError) -> [Finding] {
        let version = script.version?.text
        var findings: [Finding] = []
        if record.isHalfDone {
            findings += try HalfDoneCheck(script, record, undo: scripts.undo(of: script)).findings
        } else if record.isApplied, isChanged(script, record) {
            findings.append(
                Finding(
                    .changed, script: script.path, version: version,
                    "\(script.path) was edited after it was applied",
                    hint: "undo the edit and put the change into a new script, or go on with --allow changed"))
        }
        if record.isApplied, record.script != script.path, !record.script.isEmpty {
            findings.append(
                Finding(
                    .renamed, script: script.path, version: version,
                    "version \(version ?? "") was applied as \(record.script) and is \(script.path) now"))
        }
        return findings
    }

    /// Checksums of different algorithms say nothing about each other.
    private func isChanged(_ script: MigrationScript, _ record: ScriptRecord) -> Bool {
        guard let checksum = record.checksum, record.checksumAlgorithm == script.checksum.algorithm else {
            return false
        }
        return checksum != script.checksum.hex
    }

    private func missing() -> [Finding] {
        let present = Set(scripts.versioned.compactMap { $0.version?.text })
        var findings: [(MigrationVersion, Finding)] = []
        for record in history.scripts.values where record.isApplied || record.isHalfDone {
            guard case .version(let text) = record.key, !present.contains(text), record.state != .skipped,
                let version = try? MigrationVersion(text)
            else { continue }
            let finding = Finding(
                .missing, script: record.script, version: text,
                "\(record.script) is \(record.isHalfDone ? "half applied" : "applied"), but there is no such file",
                hint: "bring the file back, or go on with --allow missing")
            findings.append((version, finding))
            // That nobody knows what became of a statement is not let pass with the file.
            if let open = record.openStatement { findings.append((version, .unknown(open, of: record, record.script))) }
        }
        return findings.sorted { $0.0 < $1.0 }.map(\.1)
    }
}
