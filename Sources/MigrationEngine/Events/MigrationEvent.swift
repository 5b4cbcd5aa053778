public import CQLClient
public import MigrationLog

/// Something that happens while the engine works, for whoever shows or records it. Values, in the order of events.
public enum MigrationEvent: Sendable {
    /// A connection stands.
    case connected(cluster: String, platform: Platform, coordinator: String, nodes: Int)
    /// Every node is asked for its condition and its schema before anything is changed.
    case checkingCluster
    /// Somebody else holds the lock; comes again as long as it is waited for.
    case waitingForLock(keyspace: String, holder: LockHolder)
    /// The lock is held.
    case lockAcquired(keyspace: String)
    /// A run that died left this behind; it was written down as unknown.
    case deadRunFound(keyspace: String, script: String, statement: Int)
    /// What will be done.
    case planned(KeyspacePlan)
    /// A script is begun, or gone on with.
    case scriptStarted(keyspace: String, PlannedScript)
    /// A statement is about to be sent.
    case statementStarted(script: String, number: Int, count: Int, cql: String)
    /// The server has run a statement, and the nodes are waited for to agree.
    case awaitingAgreement(script: String, number: Int)
    /// The answer to a statement is missing, and the cluster is asked what became of it.
    case resolvingStatement(script: String, number: Int, reason: String)
    /// A statement came to its end.
    case statementFinished(script: String, StatementReport)
    /// A script came to its end; the report tells how.
    case scriptFinished(keyspace: String, ScriptReport)
    /// Something that a person should know and that stops nothing.
    case warning(String)
}

/// Takes the events of a run. Called on any thread, one call at a time.
public typealias MigrationEventHandler = @Sendable (MigrationEvent) -> Void
