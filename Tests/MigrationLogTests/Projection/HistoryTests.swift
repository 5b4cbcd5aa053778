import CQLClient
import FoundationEssentials
import LogStories
import ScriptedServer
import Testing

@testable import MigrationLog

@Suite struct HistoryTests {
    @Test("a log without a row")
    func empty() {
        let history = History()
        #expect(history.isEmpty)
        #expect(history.lastSeq == 0)
        #expect(history["app"] == KeyspaceHistory())
    }

    @Test("the next row goes behind the last one")
    func lastRow() {
        let story = LogStory.told { story in
            story.add(.initialised) { $0.replication = ["class": "S", "replication_factor": "3"] }
            story.add(.lockAcquired)
        }
        #expect(!story.history.isEmpty)
        #expect(story.history.lastSeq == 2)
        #expect(story.history.last?.kind == .lockAcquired)
        #expect(story.history.replication == ["class": "S", "replication_factor": "3"])
    }

    @Test("the replication is that of the last row which tells one")
    func replication() {
        let story = LogStory.told { story in
            story.add(.initialised) { $0.replication = ["class": "S"] }
            story.add(.replicationSeen) { $0.replication = ["class": "N"] }
            story.add(.lockAcquired)
        }
        #expect(story.history.replication == ["class": "N"])
    }

    @Test(
        "a lock is open until it is released, by whomever", arguments: [LogEntryKind.lockReleased, .lockForceReleased])
    func openLock(release: LogEntryKind) {
        var story = LogStory.told { $0.add(.lockAcquired) { $0.lockOwner = UUID(number: 9) } }
        #expect(story.history.openLock?.lockOwner == UUID(number: 9))
        story.add(.runStarted)
        #expect(story.history.openLock?.lockOwner == UUID(number: 9))
        story.add(release)
        #expect(story.history.openLock == nil)
        story.add(.lockAcquired) { $0.lockOwner = UUID(number: 8) }
        #expect(story.history.openLock?.lockOwner == UUID(number: 8))
    }

    @Test("a run is open until it ends, well or badly", arguments: [LogEntryKind.runEnded, .runFailed])
    func openRun(end: LogEntryKind) {
        var story = LogStory.told { $0.add(.runStarted) { $0.run = UUID(number: 9) } }
        story.add(.lockReleased)
        #expect(story.history.openRun?.run == UUID(number: 9))
        story.add(end)
        #expect(story.history.openRun == nil)
    }

    @Test("target keyspaces in one log do not mix")
    func targets() {
        var story = LogStory.told { $0.apply("1") }
        story.target = "other"
        story.add(.scriptStarted, "1")
        let history = story.history
        #expect(history["app"].scripts[.version("1")]?.state == .applied)
        #expect(history["other"].scripts[.version("1")]?.state == .running)
        #expect(Set(history.keyspaces.keys) == ["app", "other"])
    }

    @Test("the sum is the same whether the rows are added at once or in parts")
    func parts() {
        let story = LogStory.told { story in
            story.add(.initialised)
            story.apply("1")
            story.undo("1")
            story.apply("2")
        }
        var inParts = History()
        for entry in story.entries.prefix(5) { inParts.add(entry) }
        let copy = inParts
        for entry in story.entries.dropFirst(5) { inParts.add(entry) }
        #expect(inParts == story.history)
        #expect(copy != inParts)
    }
}
