import CQLClient

extension MigrationEngine {
    /// Connects, runs `body`, and disconnects, whatever comes of it. Cancelling the task sets the flag that `body` gets.
    ///
    /// - Parameter refusing: Whether a platform or a setting that the tool cannot work with is an error.
    func withSession<Value: Sendable>(
        tag: String? = nil, refusing: Bool = true, _ events: @escaping MigrationEventHandler,
        _ body: @escaping @Sendable (Session, StopFlag) async throws(MigrationError) -> Value
    ) async throws(MigrationError) -> Value {
        let session = try await Session.open(configuration, environment, tag: tag, refusing: refusing, events)
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
