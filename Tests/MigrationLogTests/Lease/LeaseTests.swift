import CQLClient
import FoundationEssentials
import ScriptedServer
import Synchronization
import Testing

@testable import MigrationLog

/// `Lease` against a lock in memory.
@Suite struct LeaseTests {
    private func holder(_ number: UInt8 = 1) -> LockHolder {
        LockHolder(
            owner: UUID(number: number), host: "build-7", pid: 4711, operatorName: "ann", ciURL: nil,
            since: Date(timeIntervalSince1970: 0), renewed: Date(timeIntervalSince1970: 0), expiresInSeconds: nil)
    }

    /// The cells of a row that a holder wrote.
    private func row(of owner: UInt8) -> HistoryContent.Cells {
        [
            "owner": unsafe withUnsafeBytes(of: UUID(number: owner).uuid) { unsafe Array($0) },
            "operator": Array("ben".utf8),
        ]
    }

    private func acquire(
        _ cluster: Cluster, _ clock: ManualClock, wait: Duration = .zero, stop: @Sendable () -> Bool = { false },
        waiting: @Sendable (LockHolder) -> Void = { _ in }
    ) async throws -> Lease {
        try await Lease.acquire(
            in: .app, of: cluster, as: holder(), settings: LeaseSettings(ttl: .seconds(60), wait: wait),
            now: { Date(timeIntervalSince1970: TimeInterval(clock.elapsed.components.seconds)) }, clock: clock.clock,
            shouldStop: stop, waiting: waiting)
    }

    private func failure(
        _ cluster: Cluster, _ clock: ManualClock, wait: Duration = .zero, stop: @Sendable () -> Bool = { false }
    ) async -> LogError? {
        await #expect(throws: LogError.self) { try await acquire(cluster, clock, wait: wait, stop: stop) }
    }

    /// Whether a lock can be relied on for a time.
    private func loss(_ lease: Lease, margin: Duration = .zero) async -> LogError? {
        do throws(LogError) {
            try await lease.check(margin: margin)
            return nil
        } catch {
            return error
        }
    }

    // MARK: Taking it

    @Test("a free lock is taken for its lifetime, with who takes it and when")
    func acquires() async throws {
        let (server, cluster) = try await HistoryServer.connected()
        let clock = ManualClock()
        let lease = try await acquire(cluster, clock)
        #expect(lease.owner == UUID(number: 1))
        #expect(await loss(lease, margin: .seconds(59)) == nil)
        #expect(await loss(lease, margin: .seconds(60)) == .lockLost(.expired))
        let insert = try #require(await server.with { $0.content.statements.first })
        #expect(insert.parts[0].values.last == .bytes([0, 0, 0, 60]))
        #expect(insert.serialConsistency == .serial)
        let found = try await LockHolder.read(in: .app, of: cluster, consistency: .serial)
        #expect(found == holder())
        await lease.release()
        await cluster.close()
        await server.stop()
    }

    @Test("a lock that somebody holds is told with its holder")
    func held() async throws {
        let (server, cluster) = try await HistoryServer.connected { $0.content.lock = row(of: 9) }
        let error = await failure(cluster, ManualClock())
        guard case .lockHeld(let other)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(other.owner == UUID(number: 9))
        #expect(other.operatorName == "ben")
        #expect(await server.count("INSERT INTO app.cqlmig_lock") == 1)
        await cluster.close()
        await server.stop()
    }

    @Test("a lock is waited for, and its row tells when it was taken, not when the waiting began")
    func waits() async throws {
        let (server, cluster) = try await HistoryServer.connected { script in
            script.content.lock = row(of: 9)
            script.content.lockEndsAfter = 8
        }
        let clock = ManualClock(isAutomatic: true)
        let seen = Atomic<Int>(0)
        let lease = try await acquire(
            cluster, clock, wait: .seconds(90),
            waiting: { other in
                #expect(other.owner == UUID(number: 9))
                seen.add(1, ordering: .relaxed)
            })
        await lease.release()
        #expect(seen.load(ordering: .relaxed) == 8)
        let insert = try #require(
            await server.with { script in
                script.content.statements.last { $0.cql.hasPrefix("INSERT") }
            })
        #expect(insert.parts[0].values[6] == .bytes([0, 0, 0, 0, 0, 0, 0x0f, 0xa0]))
        await cluster.close()
        await server.stop()
    }

    @Test("a wait in vain ends with the present holder")
    func waitsInVain() async throws {
        let (server, cluster) = try await HistoryServer.connected { $0.content.lock = row(of: 9) }
        let clock = ManualClock(isAutomatic: true)
        guard case .lockHeld? = await failure(cluster, clock, wait: .seconds(10)) else {
            Issue.record("it was taken")
            return
        }
        #expect(clock.elapsed == .seconds(10))
        #expect(await server.count("INSERT INTO app.cqlmig_lock") == 21)
        await cluster.close()
        await server.stop()
    }

    @Test("whoever is told to stop waiting does, and leaves nothing behind")
    func stopsWaiting() async throws {
        let (server, cluster) = try await HistoryServer.connected { script in
            script.faults = [Fault(.statement("INSERT INTO app.cqlmig_lock"), .answerAfter(.casTimeout))]
        }
        let error = await failure(cluster, ManualClock(isAutomatic: true), wait: .seconds(90), stop: { true })
        #expect(error == .interrupted)
        #expect(await server.with { $0.content.lock == nil })
        await cluster.close()
        await server.stop()
    }

    @Test("a lock whose taking had no answer is recognised by its owner, and counts from the first try")
    func lostAnswer() async throws {
        let (server, cluster) = try await HistoryServer.connected { script in
            script.faults = [
                Fault(.statement("INSERT INTO app.cqlmig_lock"), .answerAfter(.casTimeout), times: 1),
                Fault(.statement("INSERT INTO app.cqlmig_lock"), .answer(.casTimeout), times: 4),
            ]
        }
        let clock = ManualClock()
        async let acquired = acquire(cluster, clock)
        for _ in 0..<5 {
            await clock.waitForSleeper()
            await clock.advance(by: .milliseconds(100))
        }
        let lease = try await acquired
        #expect(await loss(lease, margin: .milliseconds(58_500)) == nil)
        #expect(await loss(lease, margin: .milliseconds(58_501)) == .lockLost(.expired))
        await lease.release()
        #expect(await server.with { $0.content.lock == nil })
        await cluster.close()
        await server.stop()
    }

    @Test("a lock of which nothing is known for all the time is not held")
    func neverKnown() async throws {
        let (server, cluster) = try await HistoryServer.connected { script in
            script.faults = [Fault(.statement("INSERT INTO app.cqlmig_lock"), .answer(.casTimeout))]
        }
        let clock = ManualClock(isAutomatic: true)
        guard case .client(let cause)? = await failure(cluster, clock) else {
            Issue.record("it is called known")
            return
        }
        #expect(cause.serverError?.code == .writeTimeout)
        #expect(clock.elapsed >= .seconds(60))
        await cluster.close()
        await server.stop()
    }

    @Test("whoever may not write there is told so at once")
    func rejected() async throws {
        let (server, cluster) = try await HistoryServer.connected { script in
            script.faults = [Fault(.statement("INSERT INTO app.cqlmig_lock"), .answer(.unauthorized))]
        }
        let clock = ManualClock(isAutomatic: true)
        guard case .client(let cause)? = await failure(cluster, clock, wait: .seconds(90)) else {
            Issue.record("it was taken")
            return
        }
        #expect(cause.serverError?.code == .unauthorized)
        #expect(clock.elapsed == .zero)
        #expect(await server.count("INSERT INTO app.cqlmig_lock") == 1)
        await cluster.close()
        await server.stop()
    }

    @Test("another try goes to another node")
    func otherNode() async throws {
        let (server, cluster) = try await HistoryServer.connected(nodes: 2) { script in
            script.faults = [Fault(.both(.node(0), .statement("INSERT INTO app.cqlmig_lock")), .answer(.casTimeout))]
        }
        let lease: Lease
        do {
            let clock = ManualClock()
            async let acquired = acquire(cluster, clock)
            await clock.waitForSleeper()
            await clock.advance(by: .seconds(1))
            lease = try await acquired
        }
        #expect(await server.with { $0.content.statements.map(\.node) } == [1])
        await lease.release()
        await cluster.close()
        await server.stop()
    }

    // MARK: Keeping it

    @Test("the lock is renewed at a third of its lifetime, in every column, for as long as it is held")
    func renews() async throws {
        let (server, cluster) = try await HistoryServer.connected()
        let clock = ManualClock()
        let lease = try await acquire(cluster, clock)
        for round in 1...3 {
            await clock.waitForSleeper()
            await clock.advance(by: .seconds(20))
            await server.waitUntil { $0.count(statementsWith: "UPDATE app.cqlmig_lock") == round }
        }
        await clock.waitForSleeper()
        #expect(await loss(lease, margin: .seconds(59)) == nil)
        let row = try #require(await server.with { $0.content.lock })
        #expect(row["renewed"] == [0, 0, 0, 0, 0, 0, 0xea, 0x60])
        #expect(row["since"] == [0, 0, 0, 0, 0, 0, 0, 0])
        await lease.release()
        #expect(await server.with { $0.content.lock == nil })
        await clock.advance(by: .seconds(100))
        _ = try await LockHolder.read(in: .app, of: cluster, consistency: .serial)
        #expect(await server.count("UPDATE app.cqlmig_lock") == 3)
        await cluster.close()
        await server.stop()
    }

    @Test("a holder whose row is another's notices at the next renewal", arguments: [true, false])
    func stolen(hasNewHolder: Bool) async throws {
        let (server, cluster) = try await HistoryServer.connected()
        let clock = ManualClock()
        let lease = try await acquire(cluster, clock)
        await clock.waitForSleeper()
        let other = row(of: 9)
        await server.with { $0.content.lock = hasNewHolder ? other : nil }
        #expect(await loss(lease) == nil)
        await clock.advance(by: .seconds(20))
        await server.waitUntil { $0.count(statementsWith: "UPDATE app.cqlmig_lock") == 1 }
        while await loss(lease) == nil { await Task.yield() }
        #expect(await loss(lease) == .lockLost(.taken))
        await lease.release()
        #expect(await server.with { $0.content.lock } == (hasNewHolder ? other : nil))
        #expect(await server.count("DELETE FROM app.cqlmig_lock") == 0)
        await cluster.close()
        await server.stop()
    }

    @Test("renewals without an answer are tried at one node after the other")
    func renewsElsewhere() async throws {
        let (server, cluster) = try await HistoryServer.connected(nodes: 2) { script in
            script.faults = [Fault(.both(.node(0), .statement("UPDATE app.cqlmig_lock")), .answer(.casTimeout))]
        }
        let clock = ManualClock()
        let lease = try await acquire(cluster, clock)
        await clock.waitForSleeper()
        await clock.advance(by: .seconds(20))
        await server.waitUntil { $0.count(statementsWith: "UPDATE app.cqlmig_lock") == 1 }
        await clock.waitForSleeper()
        await clock.advance(by: .milliseconds(100))
        await server.waitUntil { $0.count(statementsWith: "UPDATE app.cqlmig_lock") == 2 }
        await clock.waitForSleeper()
        #expect(await server.with { $0.content.statements.map(\.node) } == [0, 1])
        #expect(await loss(lease, margin: .seconds(59)) == nil)
        await lease.release()
        await cluster.close()
        await server.stop()
    }

    @Test("a lock that could not be renewed in time is not relied on a moment longer")
    func expires() async throws {
        let (server, cluster) = try await HistoryServer.connected { script in
            script.faults = [Fault(.statement("UPDATE app.cqlmig_lock"), .answer(.casTimeout))]
        }
        let clock = ManualClock()
        let lease = try await acquire(cluster, clock)
        await clock.waitForSleeper()
        await clock.advance(by: .milliseconds(58_999))
        #expect(await loss(lease) == nil)
        await server.waitUntil { $0.count(statementsWith: "UPDATE app.cqlmig_lock") == 1 }
        await clock.advance(by: .milliseconds(2))
        #expect(await loss(lease) == .lockLost(.expired))
        await cluster.close()
        await server.stop()
    }

    // MARK: Giving it back

    @Test("a lock is given back also when the answers are lost, and by a task that is cancelled")
    func releases() async throws {
        let (server, cluster) = try await HistoryServer.connected { script in
            script.faults = [
                Fault(.statement("DELETE FROM app.cqlmig_lock"), .answer(.casTimeout), times: 2),
                Fault(.statement("DELETE FROM app.cqlmig_lock"), .answerAfter(.casTimeout), times: 1),
            ]
        }
        let clock = ManualClock()
        let lease = try await acquire(cluster, clock)
        let release = Task {
            unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
            await lease.release()
        }
        for number in 1...3 {
            await server.waitUntil { $0.count(statementsWith: "DELETE FROM app.cqlmig_lock") == number }
            await clock.waitForSleeper()
            await clock.advance(by: .milliseconds(100))
        }
        await release.value
        #expect(await server.with { $0.content.lock == nil })
        #expect(await server.count("DELETE FROM app.cqlmig_lock") == 4)
        await cluster.close()
        await server.stop()
    }

    // MARK: Seen from outside

    @Test("somebody else's lock is taken away only while it is still his")
    func forceRelease() async throws {
        let (server, cluster) = try await HistoryServer.connected { $0.content.lock = row(of: 9) }
        #expect(try await LockHolder.release(UUID(number: 8), in: .app, of: cluster) == false)
        #expect(await server.with { $0.content.lock != nil })
        #expect(try await LockHolder.release(UUID(number: 9), in: .app, of: cluster) == true)
        #expect(await server.with { $0.content.lock == nil })
        #expect(try await LockHolder.read(in: .app, of: cluster, consistency: .serial) == nil)
        await cluster.close()
        await server.stop()
    }
}
