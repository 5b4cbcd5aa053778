import CQLClient
import FoundationEssentials
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

    @Test("rows of all pages come in order, with their texts when these are wanted")
    func pages() async throws {
        let (server, cluster) = try await HistoryServer.connected { script in
            for entry in story(1100).entries { try script.content.put(entry) }
        }
        var numbers: [Int64] = []
        var texts: Set<String?> = []
        try await log(cluster).forEachEntry(withTexts: true, consistency: .all) { entry in
            numbers.append(entry.seq)
            texts.insert(entry.text)
        }
        #expect(numbers == Array(1...1100))
        #expect(texts == ["CREATE"])
        let statements = await server.with { $0.content.statements }
        #expect(statements.count == 2)
        #expect(statements.allSatisfy { $0.consistency == .all })
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
