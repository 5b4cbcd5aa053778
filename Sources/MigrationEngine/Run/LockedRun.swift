import CQLClient
import MigrationLog

/// Work under the locks of all history keyspaces of a configuration.
struct LockedRun {
    let session: Session
    /// What the nodes have to pass, and have passed.
    let gate: ClusterGate
    /// The skew between their clocks that was seen then.
    let skew: Duration
    let stop: StopFlag

    /// How long what was seen of the nodes holds; a lock may be waited for much longer.
    private static let freshness = Duration.seconds(1)

    /// Takes the locks in sorted order, settles what dead runs left, runs `body`, and gives the locks back.
    ///
    /// Where the locks had to be waited for, the nodes have to pass the gate once more.
    ///
    /// - Parameter body: Gets the logs by the names of their keyspaces.
    /// - Returns: What `body` gave, and why the last rows could not be written, if so: what was done stays done.
    /// - Throws: Why the locks could not be taken, or what `body` threw.
    func run<Value>(
        _ timings: inout Timings,
        _ body: (inout Timings, [String: LockedLog]) async throws(MigrationError) -> Value
    ) async throws(MigrationError) -> (value: Value, closing: MigrationError?) {
        var logs: [LockedLog] = []
        var result: Result<Value, MigrationError>
        do throws(MigrationError) {
            let waiting = Stopwatch(session.clock)
            for keyspace in session.historyKeyspaces {
                logs.append(try await LockedLog.open(session, keyspace, skew: skew, stop: stop))
            }
            if waiting.elapsed > Self.freshness {
                let watch = Stopwatch(session.clock)
                defer { timings.add(watch.elapsed, to: .check) }
                _ = try await gate.pass()
            }
            for log in logs { try await log.settleDeadRuns(session.events) }
            let byName = Dictionary(uniqueKeysWithValues: logs.map { ($0.keyspace.name, $0) })
            result = .success(try await body(&timings, byName))
        } catch {
            result = .failure(error)
        }
        var closing: MigrationError?
        for log in logs {
            do throws(MigrationError) { try await log.close() } catch { closing = closing ?? error }
            timings.add(log.timings)
        }
        return (try result.get(), closing)
    }
}

/// Runs `body` to its end also when the task is cancelled: cancelling sets `stop`, and `body` looks at it where it can
/// stop without leaving anything half known.
func shielded<Value: Sendable>(
    _ stop: StopFlag, _ clock: MonotonicClock,
    _ body: @escaping @Sendable () async throws(MigrationError) -> Value
) async throws(MigrationError) -> Value {
    try await withTaskCancellationHandler {
        await clock.uninterrupted { () -> Result<Value, MigrationError> in
            do throws(MigrationError) { return .success(try await body()) } catch { return .failure(error) }
        }
    } onCancel: {
        stop.set()
    }.get()
}
