public import CQLClient
public import FoundationEssentials

/// The lock of one history keyspace while this process wants it: `LeaseMachine` with a cluster, and a task that renews.
public actor Lease {
    private let cluster: Cluster
    private let table: LockTable
    private let settings: LeaseSettings
    private let now: @Sendable () -> Date
    private var holder: LockHolder
    private var machine: LeaseMachine
    private var renewing: Task<Void, Never>?
    private var loss: LeaseLoss?
    /// How many writes in a row had no answer.
    private var unanswered = 0

    /// The actor runs where the connections do.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe cluster.unownedExecutor }

    /// The owner that this lease writes into the row.
    public nonisolated let owner: UUID

    private init(
        _ cluster: Cluster, _ keyspace: HistoryKeyspace, _ holder: LockHolder, _ settings: LeaseSettings,
        now: @escaping @Sendable () -> Date
    ) {
        self.cluster = cluster
        table = LockTable(quotedKeyspace: keyspace.quotedName)
        self.settings = settings
        self.now = now
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
        let lease = Lease(cluster, keyspace, holder, settings, now: now)
        try await lease.acquire(shouldStop, waiting)
        return lease
    }

    private func acquire(
        _ shouldStop: @Sendable () -> Bool, _ waiting: @Sendable (LockHolder) -> Void
    ) async throws(LogError) {
        var action = machine.start(wait: settings.wait, now: .now)
        var other: LockHolder?
        var failure: ClientError?
        while true {
            switch action {
            case .acquire:
                switch await write(
                    try bound { () throws(WireError) in
                        try table.acquire(holder, ttlSeconds: settings.ttlSeconds)
                    })
                {
                case .success(let answer):
                    if let found = answer.holder {
                        other = found
                        waiting(found)
                    }
                    action = machine.answered(answer.kind, now: .now)
                case .failure(let error):
                    failure = error
                    action = machine.answered(.unknown, now: .now)
                }
            case .wait(let pause):
                await uninterruptedPause(pause)
                guard !shouldStop() else {
                    await release()
                    throw .interrupted
                }
                action = machine.timerFired(now: .now)
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
        guard machine.isHeld(for: margin, from: .now) else { throw .lockLost(.expired) }
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
                case .success(let answer): action = machine.answered(answer.kind, now: .now)
                case .failure: action = machine.answered(.unknown, now: .now)
                }
            case .wait(let pause):
                await uninterruptedPause(pause)
                action = machine.timerFired(now: .now)
            default:
                return
            }
        }
    }

    private func keepRenewing() {
        renewing = Task { [weak self] in
            while !Task.isCancelled {
                guard let pause = await self?.renewIfDue() else { return }
                do { try await Task.sleep(for: pause) } catch { return }
            }
        }
    }

    /// Renews when it is time to, and says how long to wait until the next look; nil when there is nothing left to keep.
    private func renewIfDue() async -> Duration? {
        var action = machine.nextRenewal(.now)
        if action == .wait(.zero) { action = machine.timerFired(now: .now) }
        while true {
            switch action {
            case .wait(let pause): return pause
            case .renew:
                holder = renewedHolder()
                guard let statement = try? table.renew(holder, ttlSeconds: settings.ttlSeconds) else { return nil }
                let answer = await write(statement)
                guard renewing != nil else { return nil }
                switch answer {
                case .success(let answer): action = machine.answered(answer.kind, now: .now)
                case .failure: action = machine.answered(.unknown, now: .now)
                }
            case .lost(let loss):
                self.loss = loss
                return nil
            default:
                return nil
            }
        }
    }

    private func renewedHolder() -> LockHolder {
        LockHolder(
            owner: owner, host: holder.host, pid: holder.pid, operatorName: holder.operatorName, ciURL: holder.ciURL,
            since: holder.since, renewed: now(), expiresInSeconds: nil)
    }

    private struct WriteAnswer {
        let kind: LeaseMachine.Answer
        let holder: LockHolder?
    }

    /// Runs a conditional write. It may be repeated, so any node may run it; none of its errors say that it had no
    /// effect.
    private func write(_ statement: Statement) async -> Result<WriteAnswer, ClientError> {
        do throws(ClientError) {
            var limited = statement
            // An answer after the lock would have ended is of no use.
            limited.timeout = min(.seconds(5), settings.ttl / 3)
            let result = try await cluster.executeAnywhere(limited, attempt: unanswered)
            unanswered = 0
            do throws(WireError) {
                guard let applied = try result.wasApplied() else {
                    return .success(WriteAnswer(kind: .unknown, holder: nil))
                }
                if applied { return .success(WriteAnswer(kind: .applied, holder: nil)) }
                let found = try result.rows.first.flatMap { row throws(WireError) in try table.read(row) }
                if found?.owner == owner { return .success(WriteAnswer(kind: .alreadyOurs, holder: nil)) }
                return .success(WriteAnswer(kind: .refused, holder: found))
            } catch {
                return .failure(ClientError(.unreadable(error), outcome: .unknown))
            }
        } catch {
            // The next try goes to another node: this one may be connected and silent.
            unanswered += 1
            return .failure(error)
        }
    }

    private func bound(_ body: () throws(WireError) -> Statement) throws(LogError) -> Statement {
        do throws(WireError) { return try body() } catch { throw .client(ClientError(.unwritable(error))) }
    }
}
