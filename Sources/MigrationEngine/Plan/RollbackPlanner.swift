import CQLClient
import CQLSyntax
import MigrationLog
import MigrationScripts

/// What `rollback` would undo in one target keyspace, in the reverse of the order in which it was applied.
///
/// Planned whole before anything runs: when one of the versions cannot be undone, none is.
struct RollbackPlanner {
    let scripts: ScriptSet
    let history: KeyspaceHistory
    let keyspace: String
    let allowed: Set<Allowance>

    /// - Throws: `MigrationError` with everything that cannot be undone.
    func plan(_ selection: RollbackOptions.Selection) throws(MigrationError) -> KeyspacePlan {
        try refuseOpenStatements()
        let chosen = try choose(selection)
        var planned: [PlannedScript] = []
        var obstacles: [String] = []
        for record in chosen {
            switch try undo(record) {
            case .planned(let script): planned.append(script)
            case .impossible(let sentence): obstacles.append(sentence)
            }
        }
        guard obstacles.isEmpty else {
            throw MigrationError(
                .cannotRollBack, obstacles.joined(separator: "; "),
                hint: "nothing was undone; write the undo (`-- @down` or a U file), or choose fewer steps",
                notes: ["keyspace \(keyspace)"])
        }
        return KeyspacePlan(keyspace: keyspace, scripts: planned, findings: [], skipped: 0)
    }

    private enum Undo {
        case planned(PlannedScript)
        /// Why there is none: a sentence without its full stop.
        case impossible(String)
    }

    private func refuseOpenStatements() throws(MigrationError) {
        for record in history.halfDone.sorted(by: { $0.script < $1.script }) {
            guard let open = record.openStatement else { continue }
            throw MigrationError(
                .outcomeUnknown, "nobody knows whether statement \(open.number) of \(record.script) took effect",
                hint: "look at the schema, then say what holds: "
                    + StatementFailure.commands(record.script, open.number), notes: ["keyspace \(keyspace)"],
                outcome: .unknown)
        }
    }

    /// The versions that are applied or half applied, the last one first.
    private var candidates: [ScriptRecord] {
        let halfDone = history.halfDone.sorted { $0.last.seq > $1.last.seq }
        let applied = history.appliedOrder.reversed().compactMap { history.scripts[$0] }.filter { !$0.isHalfDone }
        return halfDone + applied
    }

    private func choose(_ selection: RollbackOptions.Selection) throws(MigrationError) -> [ScriptRecord] {
        switch selection {
        case .steps(let count):
            guard count > 0 else {
                throw MigrationError(
                    .usage, "\(count) steps back are none", hint: "give the number of versions to undo, at least 1")
            }
            guard candidates.count >= count || candidates.isEmpty else {
                throw MigrationError(
                    .cannotRollBack, "only \(candidates.count) versions are applied, not \(count)",
                    hint: "nothing was undone; give --steps \(candidates.count) or fewer",
                    notes: ["keyspace \(keyspace)"])
            }
            return Array(candidates.prefix(count))
        case .to(let version):
            guard scripts[version] != nil || history.scripts[.version(version.text)] != nil else {
                throw MigrationError(
                    .unknownVersion, "there is no version \(version.text)",
                    hint: "`cqlmig status` lists the versions")
            }
            return candidates.filter { record in
                guard case .version(let text) = record.key, let other = try? MigrationVersion(text) else {
                    return false
                }
                return version < other
            }
        }
    }

    private func undo(_ record: ScriptRecord) throws(MigrationError) -> Undo {
        guard case .version(let text) = record.key else { return .impossible("\(record.script) has no version") }
        guard record.state != .baselined else {
            return .impossible("version \(text) was baselined: it was never run here")
        }
        guard let script = scripts.versioned.first(where: { $0.version?.text == text }) else {
            return .impossible("version \(text) (\(record.script)) has no file")
        }
        if record.isApplied, !allowed.contains(.changed), let checksum = record.checksum,
            record.checksumAlgorithm == script.checksum.algorithm, checksum != script.checksum.hex
        {
            return .impossible(
                "\(script.path) was edited after it was applied, so its undo may not fit (--allow changed goes on)")
        }
        guard let undo = scripts.undo(of: script) else {
            let reason = Self.irreversibility(of: script).map { ", and says why: \($0)" } ?? ""
            return .impossible("version \(text) (\(script.path)) has no undo\(reason)")
        }
        var statements = try ScriptStatement.list(undo.statements())
        if record.isHalfDone, record.direction == .up, !record.statements.values.contains(where: \.isDone) {
            // It stopped before anything took effect: there is nothing to take back.
            statements = []
        }
        var start = 1
        var alreadyDone: Set<Int> = []
        if record.isHalfDone, record.direction == .undo {
            let check = try HalfDoneCheck(script, record, undo: undo)
            guard check.edited.isEmpty else {
                let numbers = check.edited.map(String.init).joined(separator: ", ")
                return .impossible("statement \(numbers) of the undo of \(script.path) has run and was edited since")
            }
            start = record.nextStatement
            alreadyDone = record.alreadyDone(among: statements)
        }
        return .planned(
            PlannedScript(
                script: script, direction: .undo, path: undo.script.path, statements: statements, start: start,
                checksum: undo.checksum, reason: start > 1 ? .resume(start) : .rollback, alreadyDone: alreadyDone))
    }

    /// What the author gave for a reason that a script cannot be taken back.
    private static func irreversibility(of script: MigrationScript) -> String? {
        script.parsed().headDirectives
            .first { $0.name == DirectiveName.irreversible.rawValue && !$0.argument.isEmpty }
            .map(\.argument)
    }
}
