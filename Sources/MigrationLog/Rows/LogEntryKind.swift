/// What a row of the log reports.
public enum LogEntryKind: String, Hashable, Sendable, CaseIterable {
    /// The tables were made, or found without a row.
    case initialised
    /// A run began.
    case runStarted = "run-started"
    /// A run came to its end without a failure.
    case runEnded = "run-ended"
    /// A run stopped at a failure.
    case runFailed = "run-failed"
    /// A runner holds the lock; the row is its fence against those before it.
    case lockAcquired = "lock-acquired"
    /// The holder is done.
    case lockReleased = "lock-released"
    /// Somebody took the lock away from its holder.
    case lockForceReleased = "lock-force-released"
    /// The statements of a script follow.
    case scriptStarted = "script-started"
    /// Every statement of a script is applied.
    case scriptApplied = "script-applied"
    /// A script stopped at one of its statements.
    case scriptFailed = "script-failed"
    /// A script was passed over on purpose.
    case scriptSkipped = "script-skipped"
    /// A statement will be sent next, to the coordinator of the row.
    case statementIntended = "statement-intended"
    /// What became of the statement that was intended.
    case statementOutcome = "statement-outcome"
    /// What became of a statement was found out afterwards, from the schema and its coordinator: `applied`, or else it did
    /// not take effect and cannot any more.
    case statementResolved = "statement-resolved"
    /// Every statement of an undo is applied: the version is not applied any more.
    case rolledBack = "rolled-back"
    /// A version counts as applied although it was never run here.
    case baselined
    /// An operator answered what became of a statement.
    case repaired
    /// The version was applied by another tool, whose history was taken over.
    case imported
    /// The replication of the history keyspace is another than the last row said.
    case replicationSeen = "replication-seen"
}
