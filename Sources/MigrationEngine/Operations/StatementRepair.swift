import CQLClient
import CQLSyntax
import MigrationLog
import MigrationScripts

/// Finds the statement that an operator's answer is about.
struct StatementRepair {
    let scripts: ScriptSet
    let history: KeyspaceHistory
    let keyspace: String

    /// The statement in question, as the log and the file have it.
    struct Question {
        let record: ScriptRecord
        let number: Int
        let count: Int
        let hash: String?

        /// The row that answers it.
        func answered(_ answer: RepairAnswer, reason: String?, _ row: LogEntry, _ target: String) -> LogEntry {
            var row = row
            row.target = target
            row.script = record.last.script ?? record.script
            row.type = record.last.type
            row.version = record.last.version
            row.description = record.description
            row.statement = number
            row.statements = count
            row.statementHash = hash
            row.outcome = answer == .applied ? .applied : .notSent
            row.reason = reason
            return row
        }
    }

    func question(script name: String, statement: Int?) throws(MigrationError) -> Question {
        let record = try record(named: name)
        let open = record.openStatement?.number ?? record.nextStatement
        let number = statement ?? open
        // A statement that was edited after it ran may be asked about as well as the one where the script stopped.
        guard record.statements[number] != nil || number == record.nextStatement else {
            throw MigrationError(
                .unknownStatement, "statement \(number) of \(record.script) is not in question in \(keyspace)",
                hint: "it stopped at statement \(open): see `cqlmig repair --list`")
        }
        let statements = try self.statements(of: record)
        guard number >= 1, number <= max(statements.count, record.statements.keys.max() ?? 0) else {
            throw MigrationError(
                .unknownStatement, "\(record.script) has \(statements.count) statements, not \(number)",
                hint: "it stopped at statement \(open): see `cqlmig repair --list`")
        }
        let hash = number <= statements.count ? statements[number - 1].hash.hex : record.statements[number]?.hash
        return Question(record: record, number: number, count: statements.count, hash: hash)
    }

    private func record(named name: String) throws(MigrationError) -> ScriptRecord {
        let version = try? MigrationVersion(name)
        let halfDone = history.halfDone
        let fits = { (record: ScriptRecord) in
            if let version, record.key == .version(version.text) { return true }
            if record.script == name { return true }
            // The path as a shell completes it, with the folder in front.
            return name.hasSuffix("/" + record.script)
        }
        let bySet = scripts.versioned.first { $0.path == name || name.hasSuffix("/" + $0.path) }?.version?.text
        if let found = halfDone.first(where: { fits($0) || $0.key == .version(bySet ?? "") }) { return found }
        let known = halfDone.map(\.script).sorted().joined(separator: ", ")
        throw MigrationError(
            .unknownScript, "no script \(name) stopped in the middle in keyspace \(keyspace)",
            hint: known.isEmpty ? "there is nothing to repair" : "in question: \(known)")
    }

    private func statements(of record: ScriptRecord) throws(MigrationError) -> [ScriptStatement] {
        guard let script = scripts.versioned.first(where: { .version($0.version?.text ?? "") == record.key }) else {
            return []
        }
        return try ScriptStatement.list(
            record.direction == .up ? script.parsed().up : scripts.undo(of: script)?.statements() ?? [])
    }
}
