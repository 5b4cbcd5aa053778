import Testing

/// What stands in the files: bytes, comments, and strings without an end.
struct FileTexts {
    let nodes: [String]

    func run() async throws {
        let project = try Project("file_texts", nodes)
        try await project.expect(0, "init")
        try await byteOrderMark(project)
        try await comments(project)
        let rows = try await project.events()
        // Latin-1 is refused with the place of its first byte.
        try project.write("V3__latin.cql", bytes: Array("-- caf".utf8) + [0xE9, 0x0A] + Array("USE a;\n".utf8))
        try await refused("V3__latin.cql", "encoding", line: 1, column: 7, project)
        // A string without an end swallows the statement behind it.
        try project.write("V3__open.cql", "INSERT INTO t(id,v) VALUES (1,'oops);\nDROP TABLE t;")
        try await refused(
            "V3__open.cql", "unterminated-string", rule: "unterminated-literal", line: 1, column: 31, project)
        try project.write("V3__todo.cql", "-- todo")
        try await refused("V3__todo.cql", "no-statements", line: 1, column: 1, project)
        #expect(try await project.events() == rows)
    }

    /// A byte order mark and CRLF are not sent, and are not part of the checksum.
    private func byteOrderMark(_ project: Project) async throws {
        let text = "CREATE TABLE a(id int PRIMARY KEY)"
        try project.write("V1__marked.cql", bytes: [0xEF, 0xBB, 0xBF] + Array("\(text);\r\n".utf8))
        try await project.expect(0, "validate", "--offline")
        let statements = try await project.expect(0, "migrate", "--json").statements(of: "V1__marked.cql")
        #expect(statements.compactMap { $0["cql"] as? String } == [text])
        #expect(try await Tables.exist("a", in: project))
        try project.write("V1__marked.cql", "\(text);\n")
        try await project.expect(0, "validate")
    }

    /// A comment behind the last statement is none, whatever is in it.
    private func comments(_ project: Project) async throws {
        try project.write("V2__comments.cql", "CREATE TABLE u(id int PRIMARY KEY); -- a; b\n-- done")
        try await project.expect(0, "validate", "--offline")
        #expect(try await project.expect(0, "lint", "--json").errorFindings() == [])
        let statements = try await project.expect(0, "migrate", "--json").statements(of: "V2__comments.cql")
        #expect(statements.compactMap { $0["cql"] as? String } == ["CREATE TABLE u(id int PRIMARY KEY)"])
        #expect(try await Tables.exist("u", in: project))
    }

    /// A file that nothing is run for: a finding of `lint` and `validate`, and an error of `migrate`, each with its place.
    private func refused(
        _ name: String, _ code: String, rule: String? = nil, line: Int, column: Int, _ project: Project,
        location: SourceLocation = #_sourceLocation
    ) async throws {
        let found = try await project.expect(1, "lint", "--json", location: location)
        let places = try found.places("rule", in: found.data()["findings"])
        #expect(places.contains("\(rule ?? code) \(line):\(column)"), "\(found.output)", sourceLocation: location)
        let offline = try await project.expect(1, "validate", "--offline", "--json", location: location)
        #expect(try offline.findings() == [code], "\(offline.output)", sourceLocation: location)
        let stopped = try await project.expect(2, "migrate", "--json", location: location)
        let errors = try stopped.places("code", in: stopped.document()["errors"])
        #expect(errors == ["\(code) \(line):\(column)"], "\(stopped.output)", sourceLocation: location)
        #expect(stopped.output.contains(name), sourceLocation: location)
        try project.remove(name)
    }
}

extension Finished {
    /// Codes and places of errors, or of findings.
    fileprivate func places(_ key: String, in list: Any?) throws -> [String] {
        let items = try #require(list as? [[String: Any]], "no list: \(output)\(errors)")
        return items.map { "\($0[key] as? String ?? "?") \($0["line"] as? Int ?? 0):\($0["column"] as? Int ?? 0)" }
    }

    /// The rules of the findings that are errors.
    fileprivate func errorFindings() throws -> [String] {
        let findings = try data()["findings"] as? [[String: Any]] ?? []
        return findings.filter { $0["severity"] as? String == "error" }.compactMap { $0["rule"] as? String }
    }
}
