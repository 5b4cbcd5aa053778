extension MigrationEngine {
    /// Looks the cluster, the lock and the log over, and changes nothing.
    ///
    /// What cannot be read is `unknown` in the report, with the reason; the other checks are made all the same.
    ///
    /// - Throws: `MigrationError`: there is no connection.
    public func examine(
        events: @escaping MigrationEventHandler = { _ in }
    ) async throws(MigrationError) -> DoctorReport {
        let now = environment.now
        let configuration = configuration
        return try await withSession(refusing: false, events) { session, _ async throws(MigrationError) in
            let facts = await FactCollector(session: session).collect()
            return facts.report(for: configuration, at: now())
        }
    }
}
