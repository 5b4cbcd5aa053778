import CQLClient
import LiveSchema
import SchemaModel

/// What a coordinator shows right before it gets a statement.
struct StatementOutlook: Sendable {
    /// Its clock beside that of whoever changed the keyspace last; nil where clocks decide nothing.
    var clock: CoordinatorClock?
    /// What is worth remembering for the look afterwards.
    var before: [SystemRow]?

    /// Asks the coordinator; nothing is asked for a statement that does not change the schema.
    static func look(
        at postcondition: Postcondition?, through cluster: Cluster
    ) async -> Result<StatementOutlook, ClientError> {
        guard let postcondition, let keyspace = postcondition.keyspace else { return .success(StatementOutlook()) }
        do throws(ClientError) {
            var outlook = StatementOutlook()
            if cluster.platform.decidesSchemaByClock {
                outlook.clock = try CoordinatorClock(try await cluster.execute(CoordinatorClock.question(keyspace)))
            }
            let queries = postcondition.queriesBefore
            if !queries.isEmpty { outlook.before = try await SchemaReadBack(cluster: cluster).rows(of: queries) }
            return .success(outlook)
        } catch {
            return .failure(error)
        }
    }
}
