import CQLClient
import FoundationEssentials
import LogStories
import MigrationLog
import Testing

@testable import MigrationEngine

/// The checks of tables, lock and log.
@Suite struct StateCheckTests {
    private static let now = Date(timeIntervalSince1970: 1_000_000)
    private static let keyspace = HistoryKeyspace(name: "app", quotedName: "app")
    private static let owner = UUID(uuid: (0, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, 9))

    private static func holder(renewed seconds: TimeInterval, expires: Int64?) -> LockHolder {
        LockHolder(
            owner: owner, host: "build-7", pid: 4711, operatorName: "ann", ciURL: nil,
            since: now.addingTimeInterval(-300), renewed: now.addingTimeInterval(-seconds), expiresInSeconds: expires)
    }

    private static func facts(_ holder: LockHolder? = nil, _ history: History = History()) -> HistoryFacts {
        HistoryFacts(
            keyspace: keyspace, tables: .known(.present),
            lock: .known(.init(holder: holder, elapsed: .milliseconds(4))), log: .known(history))
    }

    private func lock(_ holder: LockHolder?) -> [DoctorFinding] {
        LockCheck(histories: [Self.facts(holder)], now: Self.now).findings
    }

    private func log(_ holder: LockHolder?, _ story: LogStory) -> [DoctorFinding] {
        LogCheck(histories: [Self.facts(holder, story.history)], targets: ["app": ["app"]]).findings
    }

    @Test("a lock that is renewed is fine, with its holder and its age")
    func living() {
        let found = lock(Self.holder(renewed: 12, expires: 48))
        #expect(found.map(\.result) == [.ok])
        #expect(
            found.first?.message
                == "the lock of app is held by ann on build-7 (process 4711) since 1970-01-12T13:41:40Z; it ends in 48 s "
                + "unless it is renewed, renewed 1970-01-12T13:46:28Z")
        #expect(lock(nil).map(\.message) == ["nobody holds the lock of app"])
    }

    @Test(
        "a lock that nobody renews, or that never ends, is found",
        arguments: [(45, Int64?(15), "warning"), (1, nil, "problem")])
    func dead(renewed: Int, expires: Int64?, result: String) {
        let found = lock(Self.holder(renewed: TimeInterval(renewed), expires: expires))
        #expect(found.map(\.result.rawValue) == [result])
        #expect(found.first?.hint?.contains("cqlmig repair --release-lock") == true)
    }

    @Test("tables that are missing or differ are problems, and without a row nothing is initialised")
    func tables() {
        var missing = Self.facts()
        missing.tables = .known(.missing(["cqlmig_lock"]))
        var different = Self.facts()
        different.tables = .known(.differing(table: "cqlmig_log", nodes: ["10.0.0.2:9042"]))
        let found = TableCheck(histories: [missing, different, Self.facts()]).findings
        #expect(found.map(\.result) == [.problem, .problem, .problem])
        #expect(
            found.map(\.message) == [
                "keyspace app has no table cqlmig_lock",
                "nodes have different tables by the name of app.cqlmig_log: 10.0.0.2:9042", "the log of app has no row",
            ])
        #expect(missing.isUninitialised)
    }

    @Test("a SERIAL read that fails is a problem where the table is there, else unknown")
    func serialRead() {
        var failing = Self.facts()
        failing.lock = .unknown("no quorum")
        var missing = failing
        missing.tables = .known(.missing(["cqlmig_lock"]))
        let found = SerialReadCheck(histories: [Self.facts(), failing, missing], consistency: .serial).findings
        #expect(found.map(\.result) == [.ok, .problem, .unknown])
        #expect(found.first?.message == "a SERIAL read of the lock of app took 0.004 s")
    }

    @Test("a log with nothing open says what it ends with")
    func quietLog() {
        var story = LogStory()
        story.add(.initialised)
        #expect(
            log(nil, story).map(\.message)
                == ["the log of app: 1 row, the last initialised at 1970-01-01T00:00:01Z; nothing is open"])
    }

    @Test("a run without an end is warned of, unless its holder has the lock")
    func deadRun() {
        var story = LogStory()
        story.add(.lockAcquired) {
            $0.lockOwner = Self.owner
            $0.operatorName = "ann"
            $0.host = "build-7"
        }
        let found = log(nil, story)
        #expect(found.map(\.result) == [.warning])
        #expect(
            found.first?.message.contains("the run of ann on build-7, begun at 1970-01-01T00:00:01Z, has no end")
                == true)
        let running = log(Self.holder(renewed: 1, expires: 59), story)
        #expect(running.map(\.result) == [.ok])
        #expect(running.first?.message.hasSuffix("a run is under way") == true)
    }

    @Test("a statement that failed and one of which nobody knows are problems, with their commands")
    func stopped() {
        var story = LogStory()
        for (version, outcome) in [("1", Outcome.rejected), ("2", .unknown)] {
            story.add(.scriptStarted, version)
            story.end(version, 1, outcome)
            story.add(.scriptFailed, version) { $0.errorText = "because" }
        }
        let found = log(nil, story)
        #expect(found.map(\.result) == [.problem, .problem])
        #expect(
            found.map(\.message) == [
                "the run stopped at statement 1 of V1__s.cql in app: because",
                "nobody knows whether statement 1 of V2__s.cql in app took effect: because",
            ])
        #expect(found.last?.hint?.contains("cqlmig repair --script V2__s.cql --statement 1 --applied") == true)
    }
}
