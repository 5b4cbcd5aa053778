import CQLClient
import FoundationEssentials
import LogStories
import Testing

@testable import MigrationLog

@Suite struct KeyspaceHistoryTests {
    /// What version 1 looks like after some rows.
    struct Vector: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let state: ScriptRecord.State
        var direction = ScriptRecord.Direction.up
        let isApplied: Bool
        let isHalfDone: Bool
        var next = 1
        var open: Int?
        var order: [String] = []
        let story: LogStory

        init(
            _ name: String, _ state: ScriptRecord.State, _ direction: ScriptRecord.Direction = .up,
            isApplied: Bool = false, isHalfDone: Bool = false, next: Int = 1, open: Int? = nil, order: [String] = [],
            _ tell: (inout LogStory) -> Void
        ) {
            testDescription = name
            self.state = state
            self.direction = direction
            self.isApplied = isApplied
            self.isHalfDone = isHalfDone
            self.next = next
            self.open = open
            self.order = order
            story = .told(tell)
        }

        static let all = applying + repairing + undoing + marking

        static let applying = [
            Vector("begun, with nothing sent", .running, isHalfDone: true) { $0.add(.scriptStarted, "1") },
            Vector("a statement intended", .running, isHalfDone: true, open: 1) { story in
                story.add(.scriptStarted, "1")
                story.intend("1", 1)
            },
            Vector("one statement done", .running, isHalfDone: true, next: 2) { story in
                story.add(.scriptStarted, "1")
                story.run("1", 1)
            },
            Vector("acknowledged is done as well", .running, isHalfDone: true, next: 2) { story in
                story.add(.scriptStarted, "1")
                story.run("1", 1, .acknowledged)
            },
            Vector("an intent that was taken back is neither done nor open", .running, isHalfDone: true) { story in
                story.add(.scriptStarted, "1")
                story.run("1", 1, .notSent)
            },
            Vector("applied", .applied, isApplied: true, order: ["1"]) { $0.apply("1") },
            Vector("stopped at a statement that was refused", .failed, isHalfDone: true, next: 2) { story in
                story.add(.scriptStarted, "1")
                story.run("1", 1)
                story.run("1", 2, .rejected)
                story.add(.scriptFailed, "1")
            },
            Vector("stopped at a statement that nobody knows of", .failed, isHalfDone: true, next: 2, open: 2) {
                story in
                story.add(.scriptStarted, "1")
                story.run("1", 1)
                story.run("1", 2, .unknown)
                story.add(.scriptFailed, "1")
            },
            Vector("resumed: what was done stays done", .running, isHalfDone: true, next: 3) { story in
                story.add(.scriptStarted, "1")
                story.run("1", 1)
                story.run("1", 2, .rejected)
                story.add(.scriptFailed, "1")
                story.add(.scriptStarted, "1")
                story.run("1", 2)
            },
            Vector("resumed and applied", .applied, isApplied: true, order: ["2", "1"]) { story in
                story.add(.scriptStarted, "1")
                story.run("1", 1, .rejected)
                story.add(.scriptFailed, "1")
                story.apply("2")
                story.add(.scriptStarted, "1")
                story.run("1", 1)
                story.add(.scriptApplied, "1")
            },
            Vector("a dead run that was settled", .failed, isHalfDone: true, next: 1, open: 1) { story in
                story.add(.scriptStarted, "1")
                story.intend("1", 1)
                story.end("1", 1, .unknown)
                story.add(.scriptFailed, "1")
            },
        ]

        static let repairing = [
            Vector("declared applied", .failed, isHalfDone: true, next: 3) { story in
                story.add(.scriptStarted, "1")
                story.run("1", 1)
                story.run("1", 2, .unknown)
                story.add(.scriptFailed, "1")
                story.repair("1", 2, .applied)
            },
            Vector("declared to be run again", .failed, isHalfDone: true, next: 2) { story in
                story.add(.scriptStarted, "1")
                story.run("1", 1)
                story.run("1", 2, .unknown)
                story.add(.scriptFailed, "1")
                story.repair("1", 2, .notSent)
            },
            Vector("an earlier statement to be run again, with a later one done", .failed, isHalfDone: true) { story in
                story.add(.scriptStarted, "1")
                story.run("1", 1)
                story.run("1", 2)
                story.run("1", 3, .rejected)
                story.add(.scriptFailed, "1")
                story.repair("1", 1, .notSent)
            },
            Vector("an answer that was changed", .failed, isHalfDone: true, next: 2) { story in
                story.add(.scriptStarted, "1")
                story.run("1", 1, .unknown)
                story.add(.scriptFailed, "1")
                story.repair("1", 1, .notSent)
                story.repair("1", 1, .applied)
            },
        ]

        static let undoing = [
            Vector(
                "an undo begun, with nothing sent: still applied", .running, .undo, isApplied: true, isHalfDone: true,
                order: ["1"]
            ) {
                story in
                story.apply("1")
                story.add(.scriptStarted, "1", type: "undo")
            },
            Vector(
                "an undo that stopped: neither applied nor undone", .failed, .undo, isHalfDone: true, next: 2,
                order: ["1"]
            ) { story in
                story.apply("1")
                story.add(.scriptStarted, "1", type: "undo")
                story.run("1", 1, type: "undo")
                story.run("1", 2, .rejected, type: "undo")
                story.add(.scriptFailed, "1", type: "undo")
            },
            Vector("an undo with an open statement", .running, .undo, isHalfDone: true, open: 1, order: ["1"]) {
                story in
                story.apply("1")
                story.add(.scriptStarted, "1", type: "undo")
                story.intend("1", 1, type: "undo")
            },
            Vector("undone", .rolledBack, order: ["2"]) { story in
                story.apply("1")
                story.apply("2")
                story.undo("1")
            },
            Vector("undone after a resume", .rolledBack) { story in
                story.apply("1")
                story.add(.scriptStarted, "1", type: "undo")
                story.run("1", 1, type: "undo")
                story.run("1", 2, .rejected, type: "undo")
                story.add(.scriptFailed, "1", type: "undo")
                story.add(.scriptStarted, "1", type: "undo")
                story.run("1", 2, type: "undo")
                story.add(.rolledBack, "1", type: "undo")
            },
            Vector("applied again", .applied, isApplied: true, order: ["2", "1"]) { story in
                story.apply("1")
                story.apply("2")
                story.undo("1")
                story.apply("1")
            },
            Vector("begun again after an undo: nothing of the first time counts", .running, isHalfDone: true) { story in
                story.apply("1")
                story.undo("1")
                story.add(.scriptStarted, "1")
            },
            Vector(
                "half applied, then its undo begun: the statements are those of the undo", .running, .undo,
                isApplied: true, isHalfDone: true
            ) {
                story in
                story.add(.scriptStarted, "1")
                story.run("1", 1)
                story.run("1", 2, .rejected)
                story.add(.scriptFailed, "1")
                story.add(.scriptStarted, "1", type: "undo")
            },
        ]

        static let marking = [
            Vector("baselined", .baselined, isApplied: true, order: ["1"]) { $0.add(.baselined, "1") },
            Vector("imported", .imported, isApplied: true, order: ["1"]) { $0.add(.imported, "1") },
            Vector("skipped", .skipped, isApplied: true) { $0.add(.scriptSkipped, "1") },
            Vector("baselined after an undo", .baselined, isApplied: true, order: ["1"]) { story in
                story.apply("1")
                story.undo("1")
                story.add(.baselined, "1")
            },
        ]
    }

    @Test("what a script's rows come to", arguments: Vector.all)
    func states(vector: Vector) throws {
        let history = vector.story.keyspace
        let record = try #require(history.scripts[.version("1")])
        #expect(record.state == vector.state)
        #expect(record.direction == vector.direction)
        #expect(record.isApplied == vector.isApplied)
        #expect(record.isHalfDone == vector.isHalfDone)
        #expect(record.nextStatement == vector.next)
        #expect(record.openStatement?.number == vector.open)
        #expect(history.appliedOrder == vector.order.map { .version($0) })
        #expect(history.halfDone.map(\.key) == (vector.isHalfDone ? [.version("1")] : []))
    }

    @Test("a record knows the script as it was last run, and an undo changes nothing of that")
    func identity() throws {
        var story = LogStory.told { $0.apply("1", checksum: "first") }
        story.undo("1")
        var record = try #require(story.keyspace.scripts[.version("1")])
        #expect(record.script == "V1__s.cql")
        #expect(record.checksum == "first")
        #expect(record.type == "versioned")
        #expect(record.last.kind == .rolledBack)
        #expect(record.appliedAt == record.last.at)
        story.apply("1", checksum: "second")
        record = try #require(story.keyspace.scripts[.version("1")])
        #expect(record.checksum == "second")
        #expect(record.checksumAlgorithm == "t1")
        #expect(record.statements.isEmpty)
    }

    @Test("statements of the attempt under way are kept with their hashes and last rows")
    func statements() throws {
        let story = LogStory.told { story in
            story.add(.scriptStarted, "1")
            story.run("1", 1, .acknowledged)
            story.run("1", 2, .unknown)
            story.add(.repaired, "1") { entry in
                entry.statement = 2
                entry.outcome = .applied
            }
        }
        let statements = try #require(story.keyspace.scripts[.version("1")]).statements
        #expect(statements[1]?.state == .ended(.acknowledged))
        #expect(statements[1]?.hash == "h1")
        #expect(statements[2]?.state == .declaredApplied)
        // The hash of the row before stands in for one that is missing.
        #expect(statements[2]?.hash == "h2")
        #expect(statements[2]?.entry.kind == .repaired)
    }

    @Test("that a statement was found without an effect is remembered whatever comes of sending it again")
    func foundUnapplied() throws {
        let story = LogStory.told { story in
            story.add(.scriptStarted, "1")
            story.run("1", 1, .unknown)
            story.add(.statementResolved, "1") { entry in
                entry.statement = 1
                entry.outcome = .notSent
            }
            story.run("1", 1, .rejected)
            story.run("1", 2, .rejected)
        }
        let statements = try #require(story.keyspace.scripts[.version("1")]).statements
        #expect(statements[1]?.state == .ended(.rejected))
        #expect(statements[1]?.wasFoundUnapplied == true)
        #expect(statements[2]?.wasFoundUnapplied == false)
    }

    @Test("a checksum that an operator accepted is the script's from then on")
    func acceptedChecksum() throws {
        let story = LogStory.told { story in
            story.apply("1", checksum: "old")
            story.add(.repaired, "1", checksum: "new")
        }
        let record = try #require(story.keyspace.scripts[.version("1")])
        #expect(record.checksum == "new")
        #expect(record.state == .applied)
    }

    @Test("rows about statements of a script that was never begun leave no trace")
    func orphans() {
        let story = LogStory.told { story in
            story.run("1", 1)
            story.add(.scriptFailed, "1")
            story.repair("1", 1, .applied)
        }
        #expect(story.keyspace.scripts.isEmpty)
    }

    @Test("a script without a version is known by its path")
    func paths() {
        let story = LogStory.told { story in
            story.add(.scriptApplied) { entry in
                entry.target = "app"
                entry.script = "R__views.cql"
                entry.type = "repeatable"
            }
        }
        #expect(story.keyspace.scripts[.path("R__views.cql")]?.state == .applied)
        #expect(story.keyspace.appliedOrder == [.path("R__views.cql")])
    }

    @Test("a statement is done, open or neither", arguments: Outcome.allCases)
    func statementStates(outcome: Outcome) throws {
        let story = LogStory.told { story in
            story.add(.scriptStarted, "1")
            story.run("1", 1, outcome)
        }
        let statement = try #require(story.keyspace.scripts[.version("1")]?.statements[1])
        #expect(statement.isDone == [.acknowledged, .applied].contains(outcome))
        #expect(statement.isOpen == (outcome == .unknown))
    }
}
