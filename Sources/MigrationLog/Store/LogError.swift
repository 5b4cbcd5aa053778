public import CQLClient

/// Why the log or the lock could not be read or written.
public enum LogError: Error, Equatable, Sendable {
    /// Tables of the history keyspace are missing: `init` has not been run.
    case notInitialised(keyspace: String, missing: [String])
    /// The nodes have different ids for one table, so a row written through one is not seen through another.
    case tablesDiffer(table: String, keyspace: String, nodes: [String])
    /// Somebody else holds the lock, and it was not given back in time.
    case lockHeld(LockHolder)
    /// The lock is not held any more.
    case lockLost(LeaseLoss)
    /// Somebody else has written the next row of the log: whoever held the lock before holds it no more.
    case fenced(by: LogEntry?)
    /// An append may or may not have been written; nobody could say within the time.
    case appendUnknown(ClientError)
    /// The nodes do not agree on the schema, so the tables cannot be trusted.
    case disagreement(SchemaDisagreement)
    /// The task was cancelled while it waited.
    case interrupted
    /// The cluster refused or failed otherwise.
    case client(ClientError)
}
