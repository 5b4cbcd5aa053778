import CQLClient
import MigrationLog
import MigrationScripts

extension MigrationEngine {
    /// Applies what is pending, in every target keyspace in turn.
    ///
    /// The plan is made after the lock was taken, from a log that nobody else can write to meanwhile. When nothing is
    /// pending and no run is open, no lock is taken and no row is written.
    ///
    /// - Parameters:
    ///   - options: What to run, and what to allow.
    ///   - events: Gets everything that happens, as it happens.
    /// - Returns: What was done. A failure of a keyspace is in its report, with what was done before it.
    /// - Throws: `MigrationError` when it did not come to the scripts.
    public func migrate(
        _ options: MigrateOptions = MigrateOptions(), events: @escaping MigrationEventHandler = { _ in }
    ) async throws(MigrationError) -> RunReport {
        var timings = Timings()
        var watch = Stopwatch(configuration.cluster.clock)
        let scripts = try await loadScripts()
        timings.add(watch.elapsed, to: .scripts)
        watch = Stopwatch(configuration.cluster.clock)
        let session = try await Session.open(configuration, environment, tag: options.tag, events)
        timings.add(watch.elapsed, to: .connect)
        let stop = StopFlag()
        let soFar = timings
        let result: Result<RunReport, MigrationError>
        do throws(MigrationError) {
            result = .success(
                try await shielded(stop, session.clock) { () async throws(MigrationError) in
                    var migration = Migration(
                        session: session, scripts: scripts, options: options, stop: stop, timings: soFar)
                    return try await migration.run()
                })
        } catch {
            result = .failure(error)
        }
        await session.close()
        return try result.get()
    }
}
