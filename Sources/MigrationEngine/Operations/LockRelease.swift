import CQLClient
import MigrationLog

/// Takes a lock away: from a holder that died, or with force from one that lives.
struct LockRelease {
    let session: Session
    let keyspace: HistoryKeyspace
    let isForced: Bool
    let stop: StopFlag

    /// How often the row is looked at while it is found out whether its holder lives.
    private static let pause = Duration.seconds(1)

    func run(
        reason: String?, _ confirm: @Sendable (String, LockHolder) async -> Bool
    ) async throws(MigrationError) -> LockHolder? {
        guard let holder = try await session.lockHolder(in: keyspace) else { return nil }
        guard await confirm(keyspace.name, holder) else {
            throw MigrationError(
                .declined, "the lock of \(keyspace) was left alone", hint: "--yes answers the question")
        }
        if !isForced, try await !isDead(holder) { return nil }
        do throws(LogError) {
            _ = try await LockHolder.release(holder.owner, in: keyspace, of: session.cluster)
        } catch {
            throw MigrationError(error, in: keyspace)
        }
        // Gone by this or by itself; in somebody else's hands it is none of our business any more.
        guard try await session.lockHolder(in: keyspace) == nil else { return nil }
        try await fence(holder, reason)
        return holder
    }

    /// Watches the row until it is renewed, which only a living holder does, or until it should have been.
    ///
    /// - Returns: false when the row has gone meanwhile.
    /// - Throws: `MigrationError.lockHeld` when the holder lives.
    private func isDead(_ holder: LockHolder) async throws(MigrationError) -> Bool {
        // A holder renews at a third of its TTL; what is left of the TTL is an upper bound for that third.
        let end = session.clock.now() + .seconds((holder.expiresInSeconds ?? 0) / 2 + 2)
        while session.clock.now() < end {
            guard !stop.isSet else { throw MigrationError(.interrupted, "interrupted; the lock was left alone") }
            await session.clock.pause(for: Self.pause)
            guard let now = try await session.lockHolder(in: keyspace), now.owner == holder.owner else { return false }
            guard now.renewed == holder.renewed else {
                throw MigrationError(
                    .lockHeld, "the holder lives and renews the lock of \(keyspace): \(now.summary)",
                    hint: "let it finish, end that process, or take the lock away with --force")
            }
        }
        return true
    }

    /// The row without which the old holder would not notice.
    private func fence(_ holder: LockHolder, _ reason: String?) async throws(MigrationError) {
        var history = try await session.history(in: keyspace)
        let log = session.log(in: keyspace)
        for _ in 0..<20 {
            var row = session.identity.entry(.lockForceReleased)
            row.lockOwner = holder.owner
            row.reason = reason
            do throws(LogError) {
                try await log.append([row], to: &history)
                return
            } catch {
                guard case .fenced = error else { throw MigrationError(error, in: keyspace) }
            }
            // The holder has written meanwhile: it is alive, and now it is before us.
            do throws(LogError) { try await log.update(&history) } catch { throw MigrationError(error, in: keyspace) }
        }
        throw MigrationError(
            .lockHeld, "the old holder of \(keyspace) goes on writing to the log faster than this can fence it",
            hint: "end that process (\(holder.summary)), then run this again")
    }
}
