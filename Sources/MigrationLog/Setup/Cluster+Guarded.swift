public import CQLClient

extension Cluster {
    /// Executes a `CREATE … IF NOT EXISTS`, again where a busy metadata service did not say how it ended.
    ///
    /// From 6.0 on one service orders every change of the schema. A node that does not get through to it in time answers
    /// `invalid` with the story of its retries (`org.apache.cassandra.net.MessageDelivery.GivingUpException`), and the
    /// change may be there or not. The service sees a repetition after the first, so that its guard holds; before 6.0
    /// each node makes up its own mind, and an unknown outcome stays one.
    ///
    /// - Throws: `ClientError`, after five times if that is all the service says.
    public func executeGuarded(_ statement: Statement) async throws(ClientError) {
        var tries = 5
        while true {
            do throws(ClientError) {
                _ = try await execute(statement)
                return
            } catch {
                tries -= 1
                let isUndecided = error.outcome == .unknown && error.serverError != nil
                guard platform.hasTransactionalMetadata, isUndecided, tries > 0 else { throw error }
            }
            await clock.pause(for: .milliseconds(100))
        }
    }
}
