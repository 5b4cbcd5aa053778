import CQLSyntax
public import CQLWire

/// A statement that a node has executed, whatever became of the answer.
public struct ExecutedStatement: Hashable, Sendable {
    /// The node, counted from 1.
    public let node: Int
    /// Where the client was; nil when it had gone.
    public let client: InetEndpoint?
    /// When, since the cluster was started.
    public let time: Duration
    /// The text, without the values of its markers.
    public let cql: String
    /// Whether it changed anything, as far as its answer tells: `IF NOT EXISTS` may have found what it asks for, and a
    /// condition may not have held.
    public let hadEffect: Bool
}

extension ClusterMachine {
    /// Notes every statement that is executed from now on, in ``journal``: for tests that hold what a client says against
    /// what happened. Reads are not noted, nor are BATCH requests.
    public mutating func keepJournal() { journal = journal ?? [] }

    mutating func note(_ effect: StatementEffect, of cql: String, on connection: ConnectionID, _ now: Duration) {
        guard journal != nil, let hadEffect = effect.changedSomething(of: cql) else { return }
        journal?.append(
            ExecutedStatement(
                node: connection.node, client: clients[connection]?.address, time: now, cql: cql, hadEffect: hadEffect))
    }

    /// What a statement gives that somebody runs who sits at the node; for reading.
    ///
    /// - Throws: The server's refusal.
    public mutating func run(_ cql: String, at node: Int, now: Duration) throws(ServerError) -> ExecutionResult {
        let context = context(nil, QueryParameters(consistency: .one), at: node, now)
        return try executor.execute(cql, .positional([]), at: node, context).result
    }
}

extension StatementEffect {
    /// Whether it changed anything; nil for what only reads.
    fileprivate func changedSomething(of cql: String) -> Bool? {
        switch result.outcome {
        case .setKeyspace: return nil
        case .schemaChange: return change != nil
        // A definition that changes something says what.
        case .void: return FaultSubject.Part(cql).summary.kind != .schemaDefinition
        case .rows(let rows):
            guard rows.columns.first?.name == "[applied]" else { return nil }
            return rows.rows.first?.first != [0]
        }
    }
}
