import CQLClient
import MigrationLog
import MigrationScripts

/// The log of a history keyspace while this process holds its lock: the only way to write a row.
///
/// Rows are queued and go out together with the next one that has to be there before something happens: one round of
/// Paxos a statement. Used by one task.
final class LockedLog {
    let keyspace: HistoryKeyspace
    private let session: Session
    private let log: MigrationLog
    private let lease: Lease
    private var queued: [LogEntry] = []
    private(set) var history: History
    private(set) var timings = Timings()
    /// After a failed append nobody knows what the log holds: nothing more may be written or done.
    private var isUsable = true

    /// A statement needs four rows at most; a baseline may need thousands, and a server refuses huge batches.
    private static let rowsAtOnce = 64

    /// An acquisition can be refused by the last append of the holder before, which was still under way.
    private static let attempts = 20

    private init(_ session: Session, _ keyspace: HistoryKeyspace, _ lease: Lease) {
        self.session = session
        self.keyspace = keyspace
        self.lease = lease
        log = session.log(in: keyspace)
        history = History()
    }

    /// Takes the lock, reads the log, and writes the row that fences those who held the lock before.
    static func open(
        _ session: Session, _ keyspace: HistoryKeyspace, skew: Duration, stop: StopFlag
    ) async throws(MigrationError) -> LockedLog {
        let watch = Stopwatch(session.clock)
        let settings = LeaseSettings(
            ttl: session.configuration.lockTTL, wait: session.configuration.lockWait, skew: skew)
        let lease: Lease
        do throws(LogError) {
            lease = try await Lease.acquire(
                in: keyspace, of: session.cluster, as: session.identity.lockHolder(), settings: settings,
                now: session.identity.now, shouldStop: { stop.isSet },
                waiting: { session.events(.waitingForLock(keyspace: keyspace.name, holder: $0)) })
        } catch {
            throw MigrationError(error, in: keyspace)
        }
        let locked = LockedLog(session, keyspace, lease)
        locked.timings.add(watch.elapsed, to: .lock)
        do throws(MigrationError) {
            try await locked.fence()
        } catch {
            await lease.release()
            throw error
        }
        session.events(.lockAcquired(keyspace: keyspace.name))
        return locked
    }

    private func fence() async throws(MigrationError) {
        // The coordinator may have been lost while the lock was waited for.
        history = try await session.repeating { () async throws(MigrationError) -> History in
            try await session.history(in: keyspace)
        }
        for attempt in 1...Self.attempts {
            do throws(LogError) {
                try await log.append([entry(.lockAcquired)], to: &history)
                break
            } catch {
                guard case .fenced = error, attempt < Self.attempts else { throw MigrationError(error, in: keyspace) }
            }
            do throws(LogError) { try await log.update(&history) } catch { throw MigrationError(error, in: keyspace) }
        }
        let replication = try await session.replication(of: keyspace)
        guard history.replication != replication else { return }
        // The log was read at ALL because of it; once that is written down it need not be again.
        var seen = entry(.replicationSeen)
        seen.replication = replication
        queue(seen)
    }

    /// A row of this run under this lock.
    func entry(_ kind: LogEntryKind) -> LogEntry {
        var entry = session.identity.entry(kind)
        entry.lockOwner = lease.owner
        return entry
    }

    /// Adds a row to those that go out with the next flush.
    func queue(_ entry: LogEntry) { queued.append(entry) }

    /// Adds the row that says how the run ended.
    func queueRunEnd(_ failure: MigrationError?) {
        var end = entry(failure == nil ? .runEnded : .runFailed)
        end.errorCode = failure?.code.rawValue
        end.errorText = failure?.message
        queue(end)
    }

    /// Writes what is queued, in order: up to 64 rows all or none.
    func flush() async throws(MigrationError) {
        guard !queued.isEmpty else { return }
        guard isUsable else {
            throw MigrationError(.logFailed, "the log of \(keyspace) cannot be written any more")
        }
        let watch = Stopwatch(session.clock)
        defer { timings.add(watch.elapsed, to: .log) }
        do throws(LogError) {
            while !queued.isEmpty {
                let rows = Array(queued.prefix(Self.rowsAtOnce))
                try await log.append(rows, to: &history)
                queued.removeFirst(rows.count)
            }
        } catch {
            isUsable = false
            throw MigrationError(error, in: keyspace)
        }
    }

    /// Throws unless the lock is still held: the last look before a statement is sent.
    func check() async throws(MigrationError) {
        do throws(LogError) { try await lease.check(margin: .zero) } catch {
            isUsable = false
            throw MigrationError(error, in: keyspace)
        }
    }

    /// Writes what is queued and the end of the lock, and gives it back; the lock goes back whatever fails.
    func close() async throws(MigrationError) {
        var failure: MigrationError?
        if isUsable {
            queue(entry(.lockReleased))
            do throws(MigrationError) { try await flush() } catch { failure = error }
        }
        await lease.release()
        if let failure { throw failure }
    }
}
