public import CQLClient
public import FoundationEssentials

/// The lock as somebody sees it who does not hold it.
extension LockHolder {
    /// Who holds the lock of a history keyspace; nil when nobody does.
    ///
    /// - Parameter consistency: A serial one, or `.all` to bring replicas that are new up to date.
    /// - Throws: `LogError.client`.
    public static func read(
        in keyspace: HistoryKeyspace, of cluster: Cluster, consistency: Consistency
    ) async throws(LogError) -> LockHolder? {
        let table = LockTable(quotedKeyspace: keyspace.quotedName)
        let statement = try bound { () throws(WireError) in try table.select(consistency: consistency) }
        let rows = try await rows(of: statement, cluster)
        return try bound { () throws(WireError) in
            guard let row = rows.first else { return nil }
            return try table.read(row)
        }
    }

    /// Takes the lock away from a holder, if it is still that one's.
    ///
    /// The holder may be in the middle of a statement. It stops before its next one once somebody else has written to the
    /// log, which is for the caller to do.
    ///
    /// - Returns: Whether the lock was the holder's and is gone.
    /// - Throws: `LogError.client`.
    public static func release(
        _ owner: UUID, in keyspace: HistoryKeyspace, of cluster: Cluster
    ) async throws(LogError) -> Bool {
        let table = LockTable(quotedKeyspace: keyspace.quotedName)
        let statement = try bound { () throws(WireError) in try table.release(owner: owner) }
        let rows = try await rows(of: statement, cluster)
        return try bound { () throws(WireError) in try rows.first?.boolean("[applied]") ?? false }
    }

    private static func rows(of statement: Statement, _ cluster: Cluster) async throws(LogError) -> [Row] {
        for attempt in 0... {
            do throws(ClientError) { return try await cluster.executeAnywhere(statement, attempt: attempt).rows } catch
            {
                guard error.isRoutineContention, attempt < 10 else { throw .client(error) }
            }
            await cluster.clock.pause(for: .milliseconds(50 * (attempt + 1)))
        }
        return []
    }

    private static func bound<Value>(_ body: () throws(WireError) -> Value) throws(LogError) -> Value {
        do throws(WireError) { return try body() } catch { throw .client(ClientError(.unreadable(error))) }
    }
}
