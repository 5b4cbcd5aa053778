import CQLClient
import FoundationEssentials
import ScriptedServer
import Testing

@testable import MigrationLog

/// `MigrationLog.append` against tables in memory.
@Suite struct AppendTests {
    private func entry(_ id: UInt8, _ kind: LogEntryKind = .runStarted) -> LogEntry {
        LogEntry(id: UUID(number: id), at: Date(timeIntervalSince1970: 1), kind: kind)
    }

    private func log(_ cluster: Cluster, _ clock: ManualClock = ManualClock(isAutomatic: true)) -> MigrationLog {
        MigrationLog(
            in: .app, of: cluster, serialConsistency: .serial, appendTimeout: .seconds(30), clock: clock.clock)
    }

    private func rowIDs(_ numbers: UInt8...) -> [[UInt8]?] {
        numbers.map { number in unsafe withUnsafeBytes(of: UUID(number: number).uuid) { unsafe Array($0) } }
    }

    /// What the append throws, and a history that it must not change.
    private func failure(
        _ entries: [LogEntry], _ log: MigrationLog, _ history: History = History()
    ) async -> LogError? {
        var changed = history
        do throws(LogError) {
            try await log.append(entries, to: &changed)
            return nil
        } catch {
            #expect(changed == history)
            return error
        }
    }

    // MARK: Written

    @Test("the first row is number 1, written under a condition that is decided serially")
    func first() async throws {
        let (server, cluster) = try await HistoryServer.connected()
        var history = History()
        try await log(cluster).append([entry(1)], to: &history)
        #expect(history.lastSeq == 1)
        #expect(history.last?.id == UUID(number: 1))
        let statement = try #require(await server.with { $0.content.statements.last })
        #expect(!statement.isBatch)
        #expect(statement.serialConsistency == .serial)
        #expect(statement.consistency == .localQuorum)
        #expect(await server.with { $0.content.rowIDs } == rowIDs(1))
        await cluster.close()
        await server.stop()
    }

    @Test("several rows go out as one batch, numbered one after the other behind the last one")
    func batch() async throws {
        let (server, cluster) = try await HistoryServer.connected()
        let log = log(cluster)
        var history = History()
        try await log.append([entry(1)], to: &history)
        try await log.append([entry(2), entry(3, .lockAcquired), entry(4, .runEnded)], to: &history)
        #expect(history.lastSeq == 4)
        #expect(history.openLock?.seq == 3)
        let statements = await server.with { $0.content.statements }
        #expect(statements.map(\.isBatch) == [false, true])
        #expect(statements.map(\.parts.count) == [1, 3])
        #expect(await server.with { $0.content.rowIDs } == rowIDs(1, 2, 3, 4))
        #expect(await server.with { $0.count(.prepare) } == 1)
        await cluster.close()
        await server.stop()
    }

    @Test("no rows are no request")
    func none() async throws {
        let (server, cluster) = try await HistoryServer.connected()
        var history = History()
        try await log(cluster).append([], to: &history)
        #expect(history == History())
        #expect(await server.with { $0.content.statements.isEmpty })
        await cluster.close()
        await server.stop()
    }

    @Test("a task that is cancelled writes down what it has to all the same")
    func cancelled() async throws {
        let (server, cluster) = try await HistoryServer.connected()
        let log = log(cluster)
        let entry = entry(1)
        let lastSeq = await Task { () -> Int64? in
            unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
            var history = History()
            try? await log.append([entry], to: &history)
            return history.lastSeq
        }.value
        #expect(lastSeq == 1)
        await cluster.close()
        await server.stop()
    }

    // MARK: Fenced

    @Test("whoever finds another's row in the place of his own is fenced by it")
    func fenced() async throws {
        let (server, cluster) = try await HistoryServer.connected { script in
            try script.content.put(.full(seq: 1))
        }
        #expect(await failure([entry(7)], log(cluster)) == .fenced(by: LogEntry.full(seq: 1).withoutText))
        #expect(await server.with { $0.content.rowIDs } == rowIDs(1))
        await cluster.close()
        await server.stop()
    }

    @Test("a batch is refused whole when any of its places is taken")
    func fencedBatch() async throws {
        let (server, cluster) = try await HistoryServer.connected { script in
            try script.content.put(.full(seq: 2))
        }
        guard case .fenced? = await failure([entry(7), entry(8)], log(cluster)) else {
            Issue.record("it was not fenced")
            return
        }
        #expect(await server.with { $0.content.rowIDs } == rowIDs(1))
        await cluster.close()
        await server.stop()
    }

    @Test("whoever is fenced is told so also when the other's row cannot be read")
    func fencedByWhom() async throws {
        let (server, cluster) = try await HistoryServer.connected { script in
            try script.content.put(.full(seq: 1))
            // The first reading tells whose the row is, the second what is in it.
            let read = Fault.Condition.statement("SELECT seq")
            script.faults = [Fault(read, .warn([]), times: 1), Fault(read, .answer(.unauthorized))]
        }
        #expect(await failure([entry(7)], log(cluster)) == .fenced(by: nil))
        await cluster.close()
        await server.stop()
    }

    // MARK: Unknown

    /// An answer that leaves it open whether a write was written.
    struct Doubt: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let effect: Fault.Effect
        var requestTimeout = Duration.seconds(60)

        static let all = [
            Doubt(testDescription: "a CAS time-out after the write", effect: .answerAfter(.casTimeout)),
            Doubt(testDescription: "a CAS time-out without the write", effect: .answer(.casTimeout)),
            Doubt(
                testDescription: "an overloaded server after the write",
                effect: .answerAfter(.error(ServerError(.overloaded, "m")))),
            Doubt(testDescription: "a lost connection after the write", effect: .closeAfter),
            Doubt(testDescription: "a lost connection before the write", effect: .close),
            Doubt(testDescription: "an answer that is none", effect: .answerAfter(.ready)),
            Doubt(
                testDescription: "silence after the write", effect: .silenceAfter,
                requestTimeout: .seconds(3)),
            Doubt(testDescription: "silence", effect: .silence, requestTimeout: .seconds(3)),
        ]
    }

    @Test("an append whose answer is lost recognises itself by its ids, and is written once", arguments: Doubt.all)
    func lostAnswer(doubt: Doubt) async throws {
        let (server, cluster) = try await HistoryServer.connected(nodes: 2, requestTimeout: doubt.requestTimeout) {
            script in
            script.faults = [Fault(.both(.opcode(.batch), .statement("INSERT")), doubt.effect, times: 1)]
        }
        var history = History()
        try await log(cluster).append([entry(1), entry(2)], to: &history)
        #expect(history.lastSeq == 2)
        #expect(await server.with { $0.content.rowIDs } == rowIDs(1, 2))
        await cluster.close()
        await server.stop()
    }

    @Test("another try goes to another node: the first may be connected and silent")
    func otherNode() async throws {
        let (server, cluster) = try await HistoryServer.connected(nodes: 3) { script in
            script.faults = [Fault(.both(.node(0), .statement("cqlmig_log")), .answer(.casTimeout))]
        }
        var history = History()
        try await log(cluster).append([entry(1)], to: &history)
        #expect(await server.with { $0.content.statements.map(\.node) } == [1])
        #expect(history.lastSeq == 1)
        await cluster.close()
        await server.stop()
    }

    @Test("an append of which nothing is known within the time is left open")
    func deadline() async throws {
        let (server, cluster) = try await HistoryServer.connected { script in
            script.faults = [Fault(.both(.opcode(.execute), .statement("INSERT")), .answer(.casTimeout))]
        }
        let clock = ManualClock(isAutomatic: true)
        guard case .appendUnknown(let error)? = await failure([entry(1)], log(cluster, clock)) else {
            Issue.record("it is known")
            return
        }
        #expect(error.serverError?.code == .writeTimeout)
        #expect(clock.elapsed >= .seconds(30) && clock.elapsed < .seconds(31))
        await cluster.close()
        await server.stop()
    }

    @Test("an append that never left this process is not written")
    func neverSent() async throws {
        let (server, cluster) = try await HistoryServer.connected()
        await server.stop()
        while await cluster.hasCoordinator { await Task.yield() }
        let clock = ManualClock(isAutomatic: true)
        guard case .client(let error)? = await failure([entry(1)], log(cluster, clock)) else {
            Issue.record("it was sent")
            return
        }
        #expect(error.outcome == .notSent)
        #expect(clock.elapsed >= .seconds(30))
        await cluster.close()
    }

    @Test("a refusal by the server ends the tries at once", arguments: [Opcode.prepare, .execute])
    func rejected(opcode: Opcode) async throws {
        let (server, cluster) = try await HistoryServer.connected { script in
            script.faults = [Fault(.both(.opcode(opcode), .statement("INSERT")), .answer(.unauthorized))]
        }
        let clock = ManualClock(isAutomatic: true)
        guard case .client(let error)? = await failure([entry(1)], log(cluster, clock)) else {
            Issue.record("it was not refused")
            return
        }
        #expect(error.outcome == .rejected)
        #expect(clock.elapsed == .zero)
        await cluster.close()
        await server.stop()
    }

    @Test("a refusal after a try of which nothing is known leaves it open")
    func unknownThenRejected() async throws {
        let (server, cluster) = try await HistoryServer.connected { script in
            let insert = Fault.Condition.both(.opcode(.execute), .statement("INSERT"))
            script.faults = [Fault(insert, .answerAfter(.casTimeout), times: 1), Fault(insert, .answer(.unauthorized))]
        }
        guard case .appendUnknown(let error)? = await failure([entry(1)], log(cluster)) else {
            Issue.record("it is called known")
            return
        }
        #expect(error.serverError?.code == .unauthorized)
        await cluster.close()
        await server.stop()
    }

    @Test("a refusal whose cause cannot be read is tried again, and leaves it open in the end", arguments: [1, .max])
    func unreadableCause(times: Int) async throws {
        let (server, cluster) = try await HistoryServer.connected { script in
            try script.content.put(.full(seq: 1))
            let boom = Response.error(
                ServerError(
                    .readTimeout, "Operation timed out",
                    details: .readTimeout(
                        consistency: .serial, received: 1, blockFor: 2, dataPresent: false)))
            script.faults = [Fault(.statement("SELECT seq"), .answer(boom), times: times)]
        }
        let error = await failure([entry(7)], log(cluster))
        switch error {
        case .fenced?: #expect(times == 1)
        case .appendUnknown(let cause)?:
            #expect(times == .max)
            #expect(cause.serverError?.code == .readTimeout)
        default: Issue.record("\(String(describing: error))")
        }
        await cluster.close()
        await server.stop()
    }
}

extension LogEntry {
    /// The row as it is read without its text.
    fileprivate var withoutText: LogEntry {
        var entry = self
        entry.text = nil
        return entry
    }
}
