import CQLSyntax
import Testing

/// What real servers answered, and the embedded node must.
@Suite struct RecordedTests {
    static let recordings = ["select", "write", "types"].flatMap { name in
        [CassandraRelease.v311, .v41, .v50, .v60].map { Recording(name: name, release: $0) }
    }

    @Test("a statement gets the answer that a real server gave", arguments: recordings)
    func replays(_ recording: Recording) throws {
        var replay = Replay(release: recording.release)
        _ = replay.answer(
            "CREATE KEYSPACE golden WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}")
        _ = replay.answer("USE golden")
        for step in try recording.steps() {
            let answer = replay.answer(step.statement).map(RecordedTests.comparable)
            let expected = step.answer.map(RecordedTests.comparable)
            #expect(answer == expected, "line \(step.line): \(step.statement)")
        }
    }

    /// What of a line is the executor's: not the words of a syntax error, which are the parser's, nor those of Java's
    /// JSON library, nor the order of signatures, which changes with each start of a server.
    private static func comparable(_ line: String) -> String {
        if line.hasPrefix("error 2000") { return "error 2000" }
        // Where in the text a write of a batch stands, 6.0 says; the tree does not.
        let place = line.split(separator: ": at [", maxSplits: 1, omittingEmptySubsequences: false)
        if place.count == 2 { return String(place[0]) }
        for mark in ["(known type signatures: ", "following signatures: ", "Could not decode JSON string"] {
            let parts = line.split(separator: mark, maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2 { return parts[0] + mark }
        }
        return line
    }
}
