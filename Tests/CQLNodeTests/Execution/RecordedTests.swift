import CQLSyntax
import Testing

/// What real servers answered, and the embedded node must.
@Suite struct RecordedTests {
    static let recordings: [Recording] = [
        Recording(name: "select", release: .v50), Recording(name: "write", release: .v50),
    ]

    @Test("a statement gets the answer that a real server gave", arguments: recordings)
    func replays(_ recording: Recording) throws {
        var replay = Replay(release: recording.release)
        _ = replay.answer(
            "CREATE KEYSPACE golden WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}")
        _ = replay.answer("USE golden")
        for step in try recording.steps() {
            var answer = replay.answer(step.statement)
            var expected = step.answer
            // The words of a syntax error are the parser's matter.
            if expected.first?.hasPrefix("error 2000") ?? false { expected = ["error 2000"] }
            if answer.first?.hasPrefix("error 2000") ?? false { answer = ["error 2000"] }
            #expect(answer == expected, "line \(step.line): \(step.statement)")
        }
    }
}
