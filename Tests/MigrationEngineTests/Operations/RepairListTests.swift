import CQLClient
import LogStories
import MigrationLog
import Testing

@testable import MigrationEngine

@Suite struct RepairListTests {
    private func items(_ outcomes: Outcome...) throws -> [RepairList.Item] {
        let story = try LogStory.telling { story in
            story.add(.scriptStarted, "4") { $0.script = "V4__s.cql" }
            for (index, outcome) in outcomes.enumerated() {
                story.add(.statementOutcome, "4") {
                    $0.script = "V4__s.cql"
                    $0.statement = index + 1
                    $0.outcome = outcome
                }
            }
            story.add(.scriptFailed, "4") { $0.script = "V4__s.cql" }
        }
        return RepairList.items(of: try #require(story.keyspace.halfDone.first))
    }

    @Test("every statement of which nobody knows is listed, in order")
    func several() throws {
        let items = try items(.applied, .unknown, .unknown, .unknown)
        #expect(items.map(\.statement) == [2, 3, 4])
        #expect(items.allSatisfy { $0.outcome == .unknown && $0.script == "V4__s.cql" })
    }

    @Test("where all are known, the next one is listed with what became of it")
    func known() throws {
        let items = try items(.applied, .rejected)
        #expect(items.map(\.statement) == [2])
        #expect(items.map(\.outcome) == [.rejected])
    }
}
