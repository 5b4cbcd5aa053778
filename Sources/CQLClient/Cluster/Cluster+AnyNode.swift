import EventLoop

/// Statements that any node may run, and questions to all of them.
extension Cluster {
    /// Runs a statement on the coordinator if its connection stands, else on another node of its data centre.
    ///
    /// For statements that may be repeated, such as conditional writes with an id of their own.
    ///
    /// - Parameter attempt: Counts the tries of one statement: the next try goes to the next node, because a node that
    ///   is connected may still be silent.
    /// - Throws: `ClientError`.
    public func executeAnywhere(_ statement: Statement, attempt: Int = 0) async throws(ClientError) -> ResultSet {
        try await candidate(attempt).execute(statement, defaults)
    }

    /// Runs a batch as `executeAnywhere` runs a statement.
    ///
    /// - Throws: `ClientError`.
    public func executeAnywhere(_ batch: BatchStatement, attempt: Int = 0) async throws(ClientError) -> ResultSet {
        try await candidate(attempt).execute(batch, defaults)
    }

    private func candidate(_ attempt: Int) async -> Connection {
        let home = coordinator.node.dataCenter
        var open: [Connection] = []
        if await connection.isOpen { open.append(connection) }
        for node in topology.peers where node.dataCenter == home {
            if let other = others[node.id], await other.isOpen { open.append(other) }
        }
        // With none left the coordinator's connection says what became of it.
        return open.isEmpty ? connection : open[attempt % open.count]
    }

    /// Runs a query on every node that the latest survey could connect to, each on its own connection.
    ///
    /// - Returns: The answer of each, or why there is none.
    public func askEveryNode(_ statement: Statement) async -> [NodeID: Result<ResultSet, ClientError>] {
        let asked = [coordinator.node.id: connection].merging(others) { own, _ in own }
        let defaults = defaults
        return await withTaskGroup(of: (NodeID, Result<ResultSet, ClientError>).self) { group in
            for (node, connection) in asked.sorted(by: { $0.key < $1.key }) {
                group.addTask(executorPreference: loop) { (node, await connection.result(of: statement, defaults)) }
            }
            var answers: [NodeID: Result<ResultSet, ClientError>] = [:]
            for await (node, answer) in group { answers[node] = answer }
            return answers
        }
    }

    /// Where nodes take connections, for people to read.
    public func addresses(of nodes: [NodeID]) -> [String] {
        nodes.map { id in topology.nodes.first { $0.id == id }?.address.description ?? "\(id)" }
    }
}
