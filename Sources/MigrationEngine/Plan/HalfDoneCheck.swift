import CQLSyntax
import MigrationLog
import MigrationScripts

/// What stands against going on with a script that stopped in the middle.
struct HalfDoneCheck {
    let script: MigrationScript
    let record: ScriptRecord
    /// The statements of the part that stopped.
    let statements: [ScriptStatement]

    /// - Parameter undo: What takes the script back, if anything does.
    /// - Throws: `MigrationError.local` when statements cannot be hashed.
    init(_ script: MigrationScript, _ record: ScriptRecord, undo: ScriptUndo?) throws(MigrationError) {
        self.script = script
        self.record = record
        statements = try ScriptStatement.list(
            record.direction == .undo ? undo?.statements() ?? [] : script.parsed().up)
    }

    var findings: [Finding] {
        var findings: [Finding] = []
        let isUndo = record.direction == .undo
        for number in edited {
            findings.append(
                Finding(
                    .halfAppliedChanged, script: script.path, version: script.version?.text,
                    "statement \(number) of \(script.path) has run and was edited since",
                    hint: """
                        restore it, or say what holds: cqlmig repair --script \(script.path) --statement \(number) \
                        --applied (or --retry)
                        """, statement: number))
        }
        if let open = record.openStatement {
            findings.append(.unknown(open, of: record, script.path))
        } else if isUndo {
            findings.append(
                Finding(
                    .halfRolledBack, script: script.path, version: script.version?.text,
                    "the rollback of \(script.path) stopped at statement \(record.nextStatement)",
                    hint: "finish it with `cqlmig rollback`", statement: record.nextStatement))
        } else {
            let stop = "\(script.path) stopped at statement \(record.nextStatement) of \(statements.count)"
            // The error of a statement begins with the place itself.
            let reason = record.last.errorText.map { $0.hasPrefix(stop) ? $0 : "\(stop): \($0)" }
            findings.append(
                Finding(
                    .failed, script: script.path, version: script.version?.text, reason ?? stop,
                    hint: "correct it and run `cqlmig migrate`: it goes on there", statement: record.nextStatement))
        }
        return findings
    }

    /// The statements that took effect and are not in the file as they were.
    var edited: [Int] {
        record.statements.values.filter { known in
            guard known.isDone || known.isOpen, let hash = known.hash else { return false }
            // A statement that is not in the file any more has no other hash: what an operator said of it holds.
            guard known.number <= statements.count else { return known.state != .declaredApplied }
            return statements[known.number - 1].hash.hex != hash
        }.map(\.number).sorted()
    }
}
