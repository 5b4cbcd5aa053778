public import CQLClient
public import FoundationEssentials

/// The lock of one history keyspace while this process wants it: `LeaseMachine` with a cluster, and a task that renews.
public actor Lease {
    private let cluster: Cluster
    private let table: LockTable
    private let settings: LeaseSettings
    private let now: @Sendable () -> Date
    private let clock: MonotonicClock
    private var holder: LockHolder
    /// Counts the writes without a known answer in a row: the next one goes to another node.
    private var attempt = 0
    private var machine: LeaseMachine
    private var renewing: Task<Void, Never>?
    private var loss: LeaseLoss?

    /// The actor runs where the connections do.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe cluster.unownedExecutor }

    /// The owner that this lease writes into the row.
    public nonisolated let owner: UUID

    private init(
        _ cluster: Cluster, _ keyspace: HistoryKeyspace, _ holder: LockHolder, _ settings: LeaseSettings,
        now: @escaping @Sendable () -> Date, clock: MonotonicClock
    ) {
        self.cluster = cluster
        table = LockTable(quotedKeyspace: keyspace.quotedName)
        self.settings = settings
        self.now = now
        self.clock = clock
        self.holder = holder
        owner = holder.owner
        machine = LeaseMachine(ttl: settings.ttl, skew: settings.skew)
    }

    /// Takes the lock, waiting for another holder as long as the settings say.
    ///
    /// - Parameters:
    ///   - holder: What to write down of this process; its owner must be fresh.
    ///   - now: The wall clock, for the times that people read in the row.
    ///   - shouldStop: Asked after each pause; true ends the wait.
    ///   - waiting: Called with the present holder each time the lock is found taken.
    /// - Throws: `LogError.lockHeld` with the holder when the wait was in vain, `interrupted` or `client`.
    public static func acquire(
        in keyspace: HistoryKeyspace, of cluster: Cluster, as holder: LockHolder, settings: LeaseSettings,
        now: @escaping @Sendable () -> Date, shouldStop: @Sendable () -> Bool,
        waiting: @Sendable (LockHolder) -> Void
    ) async throws(LogError) -> Lease {
        try await acquire(
            in: keyspace, of: cluster, as: holder, settings: settings, now: now, clock: cluster.clock,
            shouldStop: shouldStop, waiting: waiting)
    }

    static func acquire(
        in keyspace: HistoryKeyspace, of cluster: Cluster, as holder: LockHolder, settings: LeaseSettings,
        now: @escaping @Sendable () -> Date, clock: MonotonicClock, shouldStop: @Sendable () -> Bool,
        waiting: @Sendable (LockHolder) -> Void
    ) async throws(LogError) -> Lease {
        let lease = Lease(cluster, keyspace, holder, settings, now: now, clock: clock)
        try await lease.acquire(shouldStop, waiting)
        return lease
    }

    private func acquire(
        _ shouldStop: @Sendable () -> Bool, _ waiting: @Sendable (LockHolder) -> Void
    ) async throws(LogError) {
        var action = machine.start(wait: settings.wait, now: clock.now())
        var other: LockHolder?
        var failure: ClientError?
        while true {
            switch action {
            case .acquire:
                // The time of a row is that of the attempt which made it, not that of the beginning of the wait.
                holder = holder.dated(since: now(), renewed: now())
                let statement = try bound { () throws(WireError) in
                    try table.acquire(holder, ttlSeconds: settings.ttlSeconds)
                }
                switch await write(statement) {
                case .success(let answer):
                    if let found = answer.holder {
                        other = found
                        waiting(found)
                    }
                    action = machine.answered(answer.kind, now: clock.now())
                case .failure(let error) where error.outcome == .rejected:
                    // Who may not write there, or has no such table, will not have it a moment later.
                    await release()
                    throw .client(error)
                case .failure(let error):
                    failure = error
                    action = machine.answered(.unknown, now: clock.now())
                }
            case .wait(let pause):
                await clock.pause(for: pause)
                guard !shouldStop() else {
                    await release()
                    throw .interrupted
                }
                action = machine.timerFired(now: clock.now())
            case .held:
                keepRenewing()
                return
            case .giveUp:
                guard let other else { throw .lockLost(.unknown) }
                throw .lockHeld(other)
            case .lost, .renew, .release, .released:
                if let failure { throw .client(failure) }
                throw .lockLost(.unknown)
            }
        }
    }

    /// Throws unless the lock is held and will be for `margin` from now on.
    ///
    /// - Throws: `LogError.lockLost`.
    public func check(margin: Duration) throws(LogError) {
        if let loss { throw .lockLost(loss) }
        guard machine.isHeld(for: margin, from: clock.now()) else { throw .lockLost(.expired) }
    }

    /// Gives the lock back; the row ends by its TTL if no node answers.
    public func release() async {
        renewing?.cancel()
        renewing = nil
        var action = machine.release()
        while true {
            switch action {
            case .release:
                guard let statement = try? table.release(owner: owner) else { return }
                switch await write(statement) {
                case .success(let answer): action = machine.answered(answer.kind, now: clock.now())
                case .failure: action = machine.answered(.unknown, now: clock.now())
                }
            case .wait(let pause):
                await clock.pause(for: pause)
                action = machine.timerFired(now: clock.now())
            default:
                return
            }
        }
    }

    private func keepRenewing() {
        renewing = clock.task { [weak self, clock] in
            while !Task.isCancelled {
                guard let pause = await self?.renewIfDue() else { return }
                do { try await clock.sleep(pause) } catch { return }
            }
        }
    }

    /// Renews when it is time to, and says how long to wait until the next look; nil when there is nothing left to keep.
    private func renewIfDue() async -> Duration? {
        guard renewing != nil else { return nil }
        var action = machine.nextRenewal(clock.now())
        if action == .wait(.zero) { action = machine.timerFired(now: clock.now()) }
        while true {
            switch action {
            case .wait(let pause): return pause
            case .renew:
                holder = holder.dated(since: holder.since, renewed: now())
                guard let statement = try? table.renew(holder, ttlSeconds: settings.ttlSeconds) else { return nil }
                let answer = await write(statement)
                guard renewing != nil else { return nil }
                switch answer {
                case .success(let answer): action = machine.answered(answer.kind, now: clock.now())
                case .failure: action = machine.answered(.unknown, now: clock.now())
                }
            case .lost(let loss):
                self.loss = loss
                return nil
            default:
                return nil
            }
        }
    }

    private struct WriteAnswer {
        let kind: LeaseMachine.Answer
        let holder: LockHolder?
    }

    /// Runs a conditional write. It may be repeated, so any node may run it.
    private func write(_ statement: Statement) async -> Result<WriteAnswer, ClientError> {
        var limited = statement
        // An answer after the lock would have ended is of no use.
        limited.timeout = min(.seconds(5), settings.ttl / 3)
        let answer = await clock.uninterrupted { [cluster, limited, attempt] () -> Result<ResultSet, ClientError> in
            do throws(ClientError) {
                return .success(try await cluster.executeAnywhere(limited, attempt: attempt))
            } catch {
                return .failure(error)
            }
        }
        do throws(ClientError) {
            let result = try answer.get()
            attempt = 0
            do throws(WireError) { return .success(try read(result)) } catch {
                throw ClientError(.unreadable(error), outcome: .unknown)
            }
        } catch {
            attempt += 1
            return .failure(error)
        }
    }

    private func read(_ result: ResultSet) throws(WireError) -> WriteAnswer {
        guard let applied = try result.wasApplied() else { return WriteAnswer(kind: .unknown, holder: nil) }
        if applied { return WriteAnswer(kind: .applied, holder: nil) }
        let found = try result.rows.first.flatMap { row throws(WireError) in try table.read(row) }
        if found?.owner == owner { return WriteAnswer(kind: .alreadyOurs, holder: nil) }
        return WriteAnswer(kind: .refused, holder: found)
    }

    private func bound(_ body: () throws(WireError) -> Statement) throws(LogError) -> Statement {
        do throws(WireError) { return try body() } catch { throw .client(ClientError(.unwritable(error))) }
    }
}
