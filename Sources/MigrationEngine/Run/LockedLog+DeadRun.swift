import CQLClient
import MigrationLog

/// What a runner left behind that died with the lock.
extension LockedLog {
    /// Writes down that the runs before this one are over, and that what they were about to do is unknown.
    ///
    /// A dead runner's last row is its intent; whether the statement was sent, and whether it arrived, nobody can tell
    /// from the log.
    func settleDeadRuns(_ events: MigrationEventHandler) async throws(MigrationError) {
        for (target, keyspace) in history.keyspaces.sorted(by: { $0.key < $1.key }) {
            for record in keyspace.halfDone where record.state == .running {
                if let open = record.statements.values.first(where: { $0.state == .intended }) {
                    queue(ended(open, of: record, in: target))
                    events(
                        .deadRunFound(keyspace: target, script: record.script, statement: open.number))
                }
                queue(failed(record, in: target))
            }
        }
        if let run = history.openRun {
            var ended = entry(.runFailed)
            ended.run = run.run
            ended.errorCode = "interrupted"
            ended.errorText = "the process that ran this ended without a word"
            queue(ended)
        }
        try await flush()
    }

    private func ended(_ open: StatementRecord, of record: ScriptRecord, in target: String) -> LogEntry {
        var entry = about(record, .statementOutcome, in: target)
        entry.statement = open.number
        entry.statements = open.entry.statements
        entry.statementHash = open.hash
        entry.outcome = .unknown
        entry.coordinator = open.entry.coordinator
        entry.coordinatorAddress = open.entry.coordinatorAddress
        entry.coordinatorGeneration = open.entry.coordinatorGeneration
        entry.timeoutMilliseconds = open.entry.timeoutMilliseconds
        entry.errorCode = "outcome-unknown"
        entry.errorText = "the process that was to send this ended before it wrote down what came of it"
        return entry
    }

    private func failed(_ record: ScriptRecord, in target: String) -> LogEntry {
        var entry = about(record, .scriptFailed, in: target)
        entry.errorCode = "interrupted"
        entry.errorText = "the process that ran this ended without a word"
        return entry
    }

    /// A row about a script that this run did not run itself; it carries the run that did.
    private func about(_ record: ScriptRecord, _ kind: LogEntryKind, in target: String) -> LogEntry {
        var entry = entry(kind)
        entry.run = record.last.run
        entry.target = target
        entry.script = record.last.script ?? record.script
        entry.type = record.last.type
        entry.version = record.last.version
        entry.description = record.description
        return entry
    }
}
