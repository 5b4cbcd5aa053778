import CQLClient
import Testing

@testable import CqlmigCommands
@testable import MigrationEngine
@testable import MigrationLog

@Suite struct ProgressTextTests {
    private func progress(level: Int = 0, isLive: Bool = false) -> ProgressText {
        ProgressText(settings: ConsoleSettings(level: level, showsSteps: true, isLive: isLive))
    }

    private static let lock = """
        waiting for the lock of shop, held by ann on build-7 (process 4711, https://ci.example.com/job/3) since \
        2026-01-15T10:29:30Z; it ends in 50 s unless it is renewed
        """

    @Test("a wait for the lock is told at the first tick, with its holder, and again from time to time")
    func lock() {
        var progress = progress()
        let event = MigrationEvent.waitingForLock(keyspace: "shop", holder: Sample.holder)
        #expect(progress.take(event, at: .seconds(1)) == [])
        #expect(progress.tick(at: .milliseconds(1500)) == [Self.lock])
        #expect(progress.take(event, at: .seconds(2)) == [])
        #expect(progress.tick(at: .seconds(16)) == [])
        #expect(progress.tick(at: .milliseconds(16_500)) == ["\(Self.lock) (15 s)"])
        #expect(progress.tick(at: .seconds(17)) == [])
        #expect(progress.take(.lockAcquired(keyspace: "shop"), at: .seconds(18)) == [])
        #expect(progress.tick(at: .seconds(60)) == [])
    }

    @Test("a wait for schema agreement is told when it takes long")
    func agreement() async throws {
        var progress = progress()
        let planned = try await Sample.planned("V001__a.cql", "USE a; USE b;")
        _ = progress.take(.scriptStarted(keyspace: "shop", planned), at: .zero)
        _ = progress.take(.statementStarted(script: "V001__a.cql", number: 1, count: 2, cql: "USE a"), at: .zero)
        #expect(progress.tick(at: .seconds(2)) == [])
        #expect(progress.tick(at: .seconds(4)) == ["V001__a.cql: running statement 1 of 2 (4 s)"])
        _ = progress.take(.awaitingAgreement(script: "V001__a.cql", number: 1), at: .seconds(5))
        #expect(progress.tick(at: .seconds(6)) == [])
        #expect(
            progress.tick(at: .seconds(9))
                == ["V001__a.cql: waiting until all nodes have the schema of statement 1 (4 s)"])
    }

    @Test("the live line shows which script of how many, and what it is at")
    func live() async throws {
        var progress = progress(isLive: true)
        #expect(progress.live(at: .zero) == nil)
        _ = progress.take(.checkingCluster, at: .zero)
        #expect(progress.live(at: .seconds(2)) == "waiting for the nodes to answer and to agree on the schema (2 s)")
        let planned = try await Sample.planned("V001__a.cql", "USE a; USE b;")
        _ = progress.take(.planned(Sample.plan("shop", [planned, planned])), at: .seconds(3))
        _ = progress.take(.scriptStarted(keyspace: "shop", planned), at: .seconds(3))
        _ = progress.take(.statementStarted(script: "", number: 1, count: 2, cql: ""), at: .seconds(3))
        #expect(progress.live(at: .seconds(3)) == "[1/2] V001__a.cql: running statement 1 of 2")
        #expect(progress.tick(at: .seconds(60)) == [])
        _ = progress.take(.scriptFinished(keyspace: "shop", Sample.report(planned, .applied)), at: .seconds(60))
        #expect(progress.live(at: .seconds(60)) == nil)
    }

    @Test("a quiet console shows nothing, and keeps the warnings")
    func quiet() {
        var progress = ProgressText(settings: ConsoleSettings(level: -1, showsWarnings: false, isLive: true))
        #expect(progress.take(.checkingCluster, at: .zero) == [])
        #expect(progress.live(at: .seconds(60)) == nil)
        #expect(progress.tick(at: .seconds(60)) == [])
        #expect(progress.take(.warning("a node is slow"), at: .zero) == [])
        #expect(progress.warnings.map(\.message) == ["a node is slow"])
    }

    @Test("the end of a script says how far it came")
    func endings() async throws {
        var progress = progress()
        let planned = try await Sample.planned("V001__a.cql", "USE a; USE b; USE c;")
        let undo = try await Sample.planned("V001__a.cql", "USE a;\n-- @down\nUSE b;", .undo)
        let lines = [
            Sample.report(planned, .applied, milliseconds: 1500),
            Sample.report(planned, .failed, [.applied, .rejected, nil], milliseconds: 20),
            Sample.report(planned, .failed, [.applied, nil, nil]),
            Sample.report(planned, .unknown, [.unknown, nil, nil]),
            Sample.report(planned, .failed),
            Sample.report(undo, .applied),
        ].flatMap { progress.take(.scriptFinished(keyspace: "shop", $0), at: .zero) }
        #expect(
            lines == [
                "shop: V001__a.cql applied, 3 statements, 1.50 s",
                "shop: V001__a.cql stopped at statement 2 of 3, 20 ms",
                "shop: V001__a.cql stopped after statement 1 of 3, 0 ms",
                "shop: V001__a.cql came to an unknown end at statement 1 of 3, 0 ms",
                "shop: V001__a.cql stopped at statement 1 of 3, 0 ms",
                "shop: V001__a.cql rolled back, 1 statement, 0 ms",
            ])
    }
}
