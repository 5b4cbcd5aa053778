import CQLClient

extension MigrationEngine {
    /// Connects, runs `body`, and disconnects, whatever comes of it. Cancelling the task sets the flag that `body` gets.
    func withSession<Value: Sendable>(
        tag: String? = nil, _ events: @escaping MigrationEventHandler,
        _ body: @escaping @Sendable (Session, StopFlag) async throws(MigrationError) -> Value
    ) async throws(MigrationError) -> Value {
        let session = try await Session.open(configuration, environment, tag: tag, events)
        let stop = StopFlag()
        let result: Result<Value, MigrationError>
        do throws(MigrationError) {
            result = .success(
                try await shielded(stop, session.clock) { () async throws(MigrationError) in
                    try await body(session, stop)
                })
        } catch {
            result = .failure(error)
        }
        await session.close()
        return try result.get()
    }
}
