import CQLSyntax
import SchemaModel
import Testing

@Suite struct ApplyTests {
    @Test("every statement is answered as a real node answered it", arguments: Recording.all)
    func answers(recording: Recording) throws {
        var catalogue = recording.initialCatalogue()
        var session: String?
        let statements = try Recording.statements()
        let answers = try recording.answers()
        try #require(statements.count == answers.count)
        var differences: [String] = []
        var unread: [String] = []
        for (index, (statement, expected)) in zip(statements, answers).enumerated() {
            if Recording.isDefect(expected) { continue }
            // What the reader of statements refuses is its own to test.
            guard let answer = recording.answer(statement, index, &catalogue, &session) else {
                if !expected.hasPrefix("2000\t") { unread.append(statement) }
                continue
            }
            if answer != expected { differences.append("\(statement)\n  node: \(expected)\n  here: \(answer)") }
        }
        #expect(unread.count <= 5, "\(unread)")
        #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
    }
}
