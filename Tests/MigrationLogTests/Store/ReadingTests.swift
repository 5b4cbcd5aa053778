import CQLClient
import FoundationEssentials
import LogStories
import ScriptedServer
import Testing

@testable import MigrationLog

/// `MigrationLog.update` and `forEachEntry` against tables in memory.
@Suite struct ReadingTests {
    private func log(_ cluster: Cluster) -> MigrationLog {
        MigrationLog(in: .app, of: cluster, serialConsistency: .localSerial)
    }

    private func story(_ count: Int64) -> LogStory {
        LogStory.told { story in
            for _ in 0..<count { story.add(.runStarted) { $0.text = "CREATE" } }
        }
    }

    @Test("a history is brought up to date with what it lacks")
    func update() async throws {
        let (server, cluster) = try await HistoryServer.connected { script in
            for entry in story(5).entries { try script.content.put(entry) }
        }
        var history = story(2).history
        try await log(cluster).update(&history)
        #expect(history.lastSeq == 5)
        #expect(history.last?.text == nil)
        let statement = try #require(await server.with { $0.content.statements.last })
        #expect(statement.parts[0].values.last == .bytes([0, 0, 0, 0, 0, 0, 0, 2]))
        #expect(statement.consistency == .localSerial)
        await cluster.close()
        await server.stop()
    }

    @Test("rows of all pages come in order, in smaller pages when their texts are wanted", arguments: [true, false])
    func pages(withTexts: Bool) async throws {
        let (server, cluster) = try await HistoryServer.connected { script in
            for entry in story(1100).entries { try script.content.put(entry) }
        }
        var numbers: [Int64] = []
        var texts: Set<String?> = []
        try await log(cluster).forEachEntry(withTexts: withTexts, consistency: .all) { entry in
            numbers.append(entry.seq)
            texts.insert(entry.text)
        }
        #expect(numbers == Array(1...1100))
        #expect(texts == [withTexts ? "CREATE" : nil])
        let statements = await server.with { $0.content.statements }
        #expect(statements.count == (withTexts ? 69 : 2))
        #expect(statements.allSatisfy { $0.consistency == .all })
        await cluster.close()
        await server.stop()
    }

    @Test("a read that meets a write goes on where it was, and hands over every row once")
    func contention() async throws {
        let (server, cluster) = try await HistoryServer.connected { script in
            for entry in story(1100).entries { try script.content.put(entry) }
            let busy = Response.error(
                ServerError(
                    .readTimeout, "Operation timed out - received only 1 responses.",
                    details: .readTimeout(consistency: .serial, received: 1, blockFor: 2, dataPresent: false)))
            script.faults = [
                Fault(.statement("SELECT seq"), .warn([]), times: 1),
                Fault(.statement("SELECT seq"), .answer(busy), times: 3),
            ]
        }
        let clock = ManualClock(isAutomatic: true)
        let log = MigrationLog(
            in: .app, of: cluster, serialConsistency: .serial, appendTimeout: .seconds(30), clock: clock.clock)
        var numbers: [Int64] = []
        try await log.forEachEntry { numbers.append($0.seq) }
        #expect(numbers == Array(1...1100))
        #expect(clock.elapsed == .milliseconds(20 + 40 + 80))
        await cluster.close()
        await server.stop()
    }

    @Test("a history stays as it was when the reading fails")
    func failing() async throws {
        let (server, cluster) = try await HistoryServer.connected { script in
            for entry in story(1100).entries { try script.content.put(entry) }
            let boom = Response.error(ServerError(.serverError, "boom"))
            script.faults = [
                Fault(.statement("SELECT seq"), .warn([]), times: 1), Fault(.statement("SELECT seq"), .answer(boom)),
            ]
        }
        var history = History()
        let log = log(cluster)
        do throws(LogError) {
            try await log.update(&history)
            Issue.record("the second page was read")
        } catch {
            guard case .client(let cause) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(cause.serverError?.message == "boom")
        }
        #expect(history == History())
        await cluster.close()
        await server.stop()
    }
}
