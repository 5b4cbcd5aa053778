import CQLSyntax
import MigrationScripts
import Testing

@testable import CqlmigCommands

@Suite struct ComplaintTextTests {
    @Test("a complaint without a place is a sentence with notes and help")
    func plain() {
        let complaint = Complaint(
            code: "lock-held", "the lock is held by\nsomebody", notes: ["one", "two"], hint: "wait")
        #expect(
            complaint.text(.plain) == """
                error[lock-held]: the lock is held by somebody
                   = note: one
                   = note: two
                   = help: wait

                """)
    }

    @Test("a place without its line is a line of its own")
    func place() {
        let whole = Complaint(code: "a", "b", place: .init(file: "c\u{1B}.yml"), hint: "d")
        #expect(whole.text(.plain) == "error[a]: b\n  --> c\\u{1b}.yml\n   = help: d\n")
        let line = Complaint(code: "a", "b", place: .init(file: "c.yml", position: .init(line: 3, column: nil)))
        #expect(line.text(.plain) == "error[a]: b\n  --> c.yml:3\n")
    }

    private func frame(_ line: Int, _ text: String, _ caret: Range<Int>) -> String {
        Complaint(
            .warning, code: "a", "b",
            place: .init(
                file: "c.cql", position: .init(line: line, column: caret.lowerBound),
                frame: .init(text: text, caret: caret))
        ).text(.plain)
    }

    @Test("carets stand below what is wrong")
    func carets() {
        #expect(
            frame(7, "ALTER TABLE t;", 7..<12) == """
                warning[a]: b
                  --> c.cql:7:7
                   |
                 7 | ALTER TABLE t;
                   |       ^^^^^

                """)
        #expect(
            frame(1234, "\tx := 漢字 y;", 7..<9) == """
                warning[a]: b
                     --> c.cql:1234:7
                      |
                 1234 |     x := 漢字 y;
                      |          ^^^^

                """)
    }

    @Test("what is missing at the end of a line has its caret behind it")
    func end() {
        #expect(frame(1, "USE a", 6..<7).hasSuffix("\n 1 | USE a\n   |      ^\n"))
        #expect(frame(1, "", 1..<2).hasSuffix("\n 1 | \n   | ^\n"))
        // A caret that lies beyond everything is left where the text ends.
        #expect(frame(1, "USE a", 3..<900).hasSuffix("\n 1 | USE a\n   |   ^^^^\n"))
    }

    @Test("control characters in a source line are spelled out, with carets of their width")
    func control() {
        #expect(frame(1, "a\u{1B}b", 2..<3).hasSuffix("\n 1 | a\\u{1b}b\n   |  ^^^^^^\n"))
    }

    @Test("colours mark the head, the margin and the carets")
    func colors() {
        let text = Complaint(
            code: "a", "b",
            place: .init(file: "c", position: .init(line: 1, column: 1), frame: .init(text: "x", caret: 1..<2)),
            hint: "d"
        ).text(Style(isColored: true))
        #expect(text.hasPrefix("\u{1B}[1;31merror[a]\u{1B}[0m: b\n"))
        #expect(text.contains("\u{1B}[1;31m^\u{1B}[0m\n"))
        #expect(text.hasSuffix("\u{1B}[34m=\u{1B}[0m \u{1B}[36mhelp\u{1B}[0m: d\n"))
    }

    @Test("a problem of a script keeps its remarks with their places")
    func scriptProblem() {
        let problem = ScriptProblem(
            .duplicateVersion, "Two files have version 1.", file: "migrations/V1__a.cql", hint: "Rename one.",
            notes: [
                .init(message: "The other one.", file: "migrations/V01__b.cql", location: .init(line: 2, column: 3)),
                .init(message: "No place."),
            ])
        #expect(
            Complaint(problem).text(.plain) == """
                error[duplicate-version]: Two files have version 1.
                  --> migrations/V1__a.cql
                   = note: The other one. (migrations/V01__b.cql:2:3)
                   = note: No place.
                   = help: Rename one.

                """)
    }

    @Test("a password in a script is in no error about it")
    func password() async throws {
        let text = "CREATE ROLE a WITH PASSWORD =\n'geheim' AND x = 'oops;"
        let error = await #expect(throws: ScriptError.self) {
            try await Sample.scripts(["V1__a.cql": text])
        }
        let shown = try #require(error).problems.map { Complaint($0).text(.plain) }.joined()
        #expect(shown.contains(" 2 | '********' AND x = 'oops;\n   |                    ^"))
        #expect(!shown.contains("geheim"))
    }
}
