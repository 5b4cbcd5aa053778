import Testing

/// A statement that failed, and what the log says of it for ever.
struct Failures {
    let nodes: [String]

    /// After the correction the history keeps the failure with its statement and the server's words.
    func keptInHistory() async throws {
        let project = try Project("failures", nodes)
        try await project.expect(0, "init")
        func script(_ second: String) -> String {
            "CREATE TABLE a (id int PRIMARY KEY);\n\(second);\nCREATE TABLE c (id int PRIMARY KEY);\n"
        }
        try project.write("V4__three.cql", script("CREATE TABLE b (id nosuchtype PRIMARY KEY)"))
        try await project.expect(5, "migrate")
        let failed = try await project.events()
        try expectFailure(failed)
        try project.write("V4__three.cql", script("CREATE TABLE b (id int PRIMARY KEY)"))
        try await project.expect(0, "migrate")
        let events = try await project.events()
        #expect(Array(events.prefix(failed.count)) == failed)
        try expectFailure(events)
        // The first statement ran once, the second one twice.
        let intended = events.filter { $0.kind == "statement-intended" }.map(\.statement)
        #expect(intended == [1, 2, 2, 3])
        #expect(events.count { $0.kind == "script-applied" } == 1)
        let shown = try await project.expect(0, "history").output
        #expect(shown.contains("script-failed") && shown.contains("nosuchtype"), "\(shown)")
        #expect(try await project.expect(0, "status", "--json").states() == ["V4__three.cql": "applied"])
    }

    private func expectFailure(_ events: [HistoryEvent], location: SourceLocation = #_sourceLocation) throws {
        let outcome = try #require(events.first { $0.kind == "statement-outcome" && $0.statement == 2 })
        #expect(outcome.script == "V4__three.cql", sourceLocation: location)
        #expect(outcome.detail?.hasPrefix("rejected; ") == true, "\(outcome)", sourceLocation: location)
        #expect(outcome.detail?.contains("nosuchtype") == true, "\(outcome)", sourceLocation: location)
        let end = try #require(events.first { $0.kind == "script-failed" })
        #expect(end.script == "V4__three.cql" && end.version == "4", sourceLocation: location)
        #expect(end.detail?.contains("statement 2 of 3") == true, "\(end)", sourceLocation: location)
        #expect(end.detail?.contains("nosuchtype") == true, "\(end)", sourceLocation: location)
    }
}
