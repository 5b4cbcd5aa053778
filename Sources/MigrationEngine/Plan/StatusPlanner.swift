import MigrationLog
import MigrationScripts

/// Where every script stands that has a file or a row in the log of one target keyspace.
struct StatusPlanner {
    let scripts: ScriptSet
    let history: KeyspaceHistory
    let keyspace: String
    /// Whether the run that holds the lock is the one that the log shows at work.
    let isRunning: Bool

    /// - Throws: `MigrationError.local` when statements cannot be hashed.
    func statuses() throws(MigrationError) -> [ScriptStatus] {
        let plan = try MigrationPlanner(scripts: scripts, history: history, keyspace: keyspace).plan()
        var all: [(MigrationVersion, ScriptStatus)] = []
        for script in scripts.versioned {
            guard let version = script.version else { continue }
            let record = history.scripts[.version(version.text)]
            all.append((version, status(script, record, plan)))
        }
        for finding in plan.findings where finding.kind == .missing {
            guard let text = finding.version, let version = try? MigrationVersion(text),
                let record = history.scripts[.version(text)]
            else { continue }
            all.append((version, status(of: record, path: record.script, state: .missing, checksum: record.checksum)))
        }
        return all.sorted { $0.0 < $1.0 }.map(\.1)
    }

    private func status(_ script: MigrationScript, _ record: ScriptRecord?, _ plan: KeyspacePlan) -> ScriptStatus {
        let kinds = Set(plan.findings.filter { $0.version == script.version?.text }.map(\.kind))
        guard let record else {
            return ScriptStatus(
                script: script.path, type: "versioned", version: script.version?.text,
                description: script.description, state: kinds.contains(.outOfOrder) ? .outOfOrder : .pending,
                appliedAt: nil, appliedBy: nil, elapsedMilliseconds: nil, tag: nil, checksum: script.checksum.hex)
        }
        let state: ScriptStatus.State =
            switch record.state {
            case .applied, .imported: kinds.contains(.changed) ? .changed : .applied
            case .baselined: kinds.contains(.changed) ? .changed : .baselined
            case .skipped: .skipped
            case .running: isRunning ? .running : .interrupted
            case .failed: record.openStatement != nil || wasInterrupted(record) ? .interrupted : .failed
            case .rolledBack: .rolledBack
            }
        return status(of: record, path: script.path, state: state, checksum: script.checksum.hex)
    }

    private func wasInterrupted(_ record: ScriptRecord) -> Bool {
        record.last.errorCode == MigrationError.Code.interrupted.rawValue
    }

    private func status(
        of record: ScriptRecord, path: String, state: ScriptStatus.State, checksum: String?
    ) -> ScriptStatus {
        var version: String?
        if case .version(let text) = record.key { version = text }
        let last = record.last
        let who = last.operatorName.map { name in last.host.map { "\(name)@\($0)" } ?? name }
        let wasApplied = record.isApplied
        return ScriptStatus(
            script: path, type: "versioned", version: version, description: record.description, state: state,
            appliedAt: wasApplied ? last.at : nil, appliedBy: wasApplied ? who : nil,
            elapsedMilliseconds: wasApplied ? last.elapsedMilliseconds : nil, tag: last.tag, checksum: checksum)
    }
}
