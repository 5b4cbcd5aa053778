/// What a statement does to a cluster, as far as whoever runs it has to know.
public enum StatementKind: String, Hashable, Sendable, CaseIterable {
    /// Changes the schema: nodes must agree on it afterwards.
    case schemaDefinition = "schema-definition"
    /// Changes roles, users, permissions or identities.
    case accessControl = "access-control"
    /// Writes rows, without a condition.
    case modification
    /// Writes rows under a condition (`IF …`), in a round of Paxos; also a batch that holds one such statement.
    case conditionalModification = "conditional-modification"
    /// Reads: `SELECT`, `LIST`.
    case query
    /// Empties a table.
    case truncate
    /// Changes the session's keyspace.
    case use
    /// Describes the schema.
    case describe
    /// 6.0's `BEGIN TRANSACTION … COMMIT TRANSACTION`.
    case transaction
    /// No statement of any release; there is a diagnostic for it.
    case unknown
}
