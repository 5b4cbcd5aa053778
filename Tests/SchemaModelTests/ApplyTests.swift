import CQLSyntax
import SchemaModel
import Testing

@Suite struct ApplyTests {
    @Test("every statement is answered as a real node answered it", arguments: Recording.all)
    func answers(recording: Recording) throws {
        var catalogue = recording.initialCatalogue()
        var session: String?
        let statements = try recording.statements()
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
        #expect(Set(unread) == Self.unread(recording.release))
        #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
    }

    @Test(
        "statements about all kinds of objects are answered as a real node answered them", arguments: Recording.objects)
    func objects(recording: Recording) throws {
        var catalogue = recording.initialCatalogue()
        var session: String?
        var differences: [String] = []
        let answers = try recording.answers()
        for (index, (statement, expected)) in zip(try recording.statements(), answers).enumerated()
        where !Recording.isDefect(expected) {
            guard let answer = recording.answer(statement, index, &catalogue, &session) else {
                if !expected.hasPrefix("2000\t") {
                    differences.append("\(statement)\n  node: \(expected)\n  here: unread")
                }
                continue
            }
            if answer != expected { differences.append("\(statement)\n  node: \(expected)\n  here: \(answer)") }
        }
        #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
    }

    /// What the reader of statements refuses although the server reads it, and refuses it with another code: what is an
    /// ``EarlyRefusal``.
    private static func unread(_ release: CassandraRelease) -> Set<String> {
        var statements: Set = [
            "CREATE TABLE m.e2 (k int PRIMARY KEY, v text PRIMARY KEY)",
            "CREATE TABLE m.e3 (k int PRIMARY KEY, v text, PRIMARY KEY (k))",
            "CREATE TABLE m.e4 (k int, k text, PRIMARY KEY (k))",
        ]
        guard release != .v311 else {
            return statements.union(["ALTER TYPE m.address ALTER postcode TYPE text"])
        }
        statements.insert(
            "CREATE TABLE m.e36 (k int, c int, d int, PRIMARY KEY (k, c, d)) WITH CLUSTERING ORDER BY (c ASC, c ASC)")
        return statements
    }
}
