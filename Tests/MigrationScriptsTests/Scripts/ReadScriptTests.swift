import CQLSyntax
import MigrationScripts
import Testing

@Suite struct ReadScriptTests {
    @Test("a script has its name, text, statements and checksums")
    func parts() throws {
        let text = """
            -- Users
            CREATE TABLE users (id int PRIMARY KEY);
            INSERT INTO users (id) VALUES (1);

            -- @down
            DROP TABLE users;
            """
        let script = try script(text, as: "a/V1.20__add_users.cql")
        #expect(script.kind == .versioned)
        #expect(script.path == "a/V1.20__add_users.cql")
        #expect(script.file.shownPath == "migrations/a/V1.20__add_users.cql")
        #expect(script.version == (try MigrationVersion("1.20")))
        #expect(script.description == "add_users")
        #expect(script.source.bytes == Array(text.utf8))
        #expect(script.source.name == "migrations/a/V1.20__add_users.cql")
        #expect(
            script.parsed().up.map(\.text) == [
                "CREATE TABLE users (id int PRIMARY KEY)", "INSERT INTO users (id) VALUES (1)",
            ]
        )
        #expect(script.parsed().down?.map(\.text) == ["DROP TABLE users"])
        #expect(script.hasDownPart)
        #expect(script.undoChecksum != nil)
        #expect(script.checksum.algorithm == "t1")
        #expect(script.checksum.isComparable)
        #expect(!Checksum(algorithm: "t0", hex: script.checksum.hex).isComparable)
        #expect(script.checksum.description == "t1:" + script.checksum.hex)
    }

    @Test("an empty down part is kept, and differs from none")
    func emptyDown() throws {
        let none = try script("USE a;")
        #expect(none.parsed().down == nil)
        #expect(none.undoChecksum == nil)
        let empty = try script("USE a;\n-- @down\n-- nothing to take back\n")
        #expect(empty.parsed().down == [])
        #expect(empty.undoChecksum != nil)
        #expect(empty.checksum == none.checksum)
    }

    /// The acceptance cases of the peers' defects that are about one file: what is right, as statements or as problems.
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let text: String
        var up: [String] = []
        var down: [String]?
        var kinds: [StatementKind]?
        var problems: [String] = []
        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(
            name: "1: a marker with a remark behind it",
            text: "CREATE TABLE IF NOT EXISTS t(id int PRIMARY KEY);\n-- @down (rollback)\nDROP TABLE IF EXISTS t;",
            up: ["CREATE TABLE IF NOT EXISTS t(id int PRIMARY KEY)"],
            down: ["DROP TABLE IF EXISTS t"],
            problems: ["down-marker 2:1"]
        ),
        Case(
            name: "2: a function whose body holds semicolons and an apostrophe",
            text: "CREATE FUNCTION f(a int) RETURNS NULL ON NULL INPUT RETURNS int LANGUAGE java AS "
                + "$$ int b = a; return b; // it's ok\n$$;",
            up: [
                "CREATE FUNCTION f(a int) RETURNS NULL ON NULL INPUT RETURNS int LANGUAGE java AS "
                    + "$$ int b = a; return b; // it's ok\n$$"
            ]
        ),
        Case(
            name: "3: semicolons and an apostrophe in comments",
            text: "/* first; it's a block */\nCREATE TABLE a(id int PRIMARY KEY);\n// line; comment\n"
                + "CREATE TABLE b(id int PRIMARY KEY);",
            up: ["CREATE TABLE a(id int PRIMARY KEY)", "CREATE TABLE b(id int PRIMARY KEY)"],
            kinds: [.schemaDefinition, .schemaDefinition]
        ),
        Case(
            name: "4: semicolons, apostrophes and dashes in quoted names",
            text: "CREATE TABLE \"a;b\" (id int PRIMARY KEY, \"it's--x\" text);\nCREATE TABLE c(id int PRIMARY KEY);",
            up: ["CREATE TABLE \"a;b\" (id int PRIMARY KEY, \"it's--x\" text)", "CREATE TABLE c(id int PRIMARY KEY)"]
        ),
        Case(
            name: "5: a marker in a literal",
            text: "INSERT INTO t(id,v) VALUES (1,'line1\n-- @down\nline3; :) a--b');",
            up: ["INSERT INTO t(id,v) VALUES (1,'line1\n-- @down\nline3; :) a--b')"],
            kinds: [.modification]
        ),
        Case(
            name: "6: a batch is one statement and no schema change",
            text: "BEGIN BATCH\nINSERT INTO t(id) VALUES (1);\nINSERT INTO t(id) VALUES (2);\nAPPLY BATCH;",
            up: ["BEGIN BATCH\nINSERT INTO t(id) VALUES (1);\nINSERT INTO t(id) VALUES (2);\nAPPLY BATCH"],
            kinds: [.modification]
        ),
        Case(
            name: "7: comments behind the last statement",
            text: "CREATE TABLE u(id int PRIMARY KEY); -- a; b\n-- done",
            up: ["CREATE TABLE u(id int PRIMARY KEY)"]
        ),
        Case(
            name: "8: a string that does not end",
            text: "INSERT INTO t(id,v) VALUES (1,'oops);\nDROP TABLE t;",
            up: ["INSERT INTO t(id,v) VALUES (1,'oops);\nDROP TABLE t;"],
            problems: ["unterminated-string 1:31"]
        ),
        Case(
            name: "9: USE is a statement of its own kind",
            text: "USE other;\nCREATE TABLE x(id int PRIMARY KEY);",
            up: ["USE other", "CREATE TABLE x(id int PRIMARY KEY)"],
            kinds: [.use, .schemaDefinition]
        ),
        Case(
            name: "10: a byte order mark and CRLF",
            text: "\u{FEFF}CREATE TABLE a(id int PRIMARY KEY);\r\n",
            up: ["CREATE TABLE a(id int PRIMARY KEY)"]
        ),
        Case(name: "12: nothing but a comment", text: "-- later", problems: ["no-statements 1:1"]),
        Case(name: "an empty file", text: "", problems: ["no-statements 1:1"]),
        Case(name: "nothing but semicolons", text: ";;\n;", problems: ["no-statements 1:1"]),
        Case(
            name: "nothing in front of the marker",
            text: "-- @down\nDROP TABLE t;",
            down: ["DROP TABLE t"],
            problems: ["no-statements 1:1"]
        ),
        Case(
            name: "nothing but a comment that does not end is one problem",
            text: "/* later",
            problems: ["unterminated-comment 1:1"]
        ),
        Case(
            name: "an unknown statement",
            text: "CREATE TABEL t (id int);",
            up: ["CREATE TABEL t (id int)"],
            problems: ["unknown-statement 1:8"]
        ),
        Case(
            name: "a remark for the linter is a comment",
            text: "-- cqlmig:ignore column-drop -- unused\nALTER TABLE t DROP c;",
            up: ["ALTER TABLE t DROP c"]
        ),
        Case(
            name: "an unknown directive at the head",
            text: "-- @author me\n\nUSE a;",
            up: ["USE a"],
            problems: ["unknown-directive 1:4"]
        ),
        Case(
            name: "unknown directives in both parts, in a file without statements, and behind code",
            text: "USE a;\n-- @one\nUSE b; -- @two\n-- @down\n-- @three x\nUSE c;\n-- @four",
            up: ["USE a", "USE b"],
            down: ["USE c"],
            problems: [
                "unknown-directive 2:4", "unknown-directive 3:8", "unknown-directive 5:4", "unknown-directive 7:1",
            ]
        ),
        Case(
            name: "a script that says that nothing takes it back, and a statement that is meant to lose data",
            text: "-- @irreversible the rows are gone\n\n-- @destructive unused since V3\nDROP TABLE a;\n"
                + "-- @destructive also unused\nDROP TABLE b;",
            up: ["DROP TABLE a", "DROP TABLE b"]
        ),
        Case(
            name: "a known directive behind the last statement",
            text: "USE a;\n-- @destructive",
            up: ["USE a"],
            problems: ["misplaced-directive 2:1"]
        ),
        Case(
            name: "a slip in the name of a directive",
            text: "-- @ireversible the rows are gone\nUSE a;",
            up: ["USE a"],
            problems: ["unknown-directive 1:4"]
        ),
        Case(
            name: "a directive in a file without statements",
            text: "-- @phase contract\n",
            problems: ["no-statements 1:1", "unknown-directive 1:4"]
        ),
        Case(
            name: "a slip in the name of the marker",
            text: "USE a;\n-- @dwon\nUSE b;",
            up: ["USE a", "USE b"],
            problems: ["unknown-directive 2:4"]
        ),
        Case(
            name: "a slip in the name and in the form of the marker",
            text: "USE a;\n--@Dwon\nUSE b;",
            up: ["USE a", "USE b"],
            problems: ["down-marker 2:1"]
        ),
        Case(
            name: "a remark that begins with @ in another form is a remark",
            text: "// @author me\n/* @see x */\nUSE a;",
            up: ["USE a"]
        ),
        Case(
            name: "several problems at once",
            text: "CRAETE TABLE a (id int PRIMARY KEY);\n-- @x\nUSE b;\n--@down\nDROP TABLE a; SELECT 'x",
            up: ["CRAETE TABLE a (id int PRIMARY KEY)", "USE b"],
            down: ["DROP TABLE a", "SELECT 'x"],
            problems: [
                "unknown-statement 1:1", "unknown-directive 2:4", "down-marker 4:1", "unterminated-string 5:22",
            ]
        ),
    ]

    @Test("a file gives its statements and everything that is wrong with it", arguments: cases)
    func gives(_ expected: Case) throws {
        let read = try read(expected.text)
        #expect(read.problems.map(\.brief) == expected.problems)
        #expect(read.isRunnable == expected.problems.isEmpty)
        #expect((try MigrationScript(read) != nil) == expected.problems.isEmpty)
        let parsed = try #require(read.parsed)
        #expect(parsed.up.map(\.text) == expected.up)
        #expect(parsed.down?.map(\.text) == expected.down)
        if let kinds = expected.kinds {
            #expect(parsed.up.map(\.summary.kind) == kinds)
        }
    }

    @Test("bytes that are not UTF-8 are one problem with file and offset, and nothing is read")
    func encoding() throws {
        let bytes = Array("CREATE TABLE caf".utf8) + [0xE9] + Array(" (id int PRIMARY KEY); 'x".utf8)
        let read = try read(bytes)
        #expect(read.parsed == nil)
        let problem = try #require(read.problems.first)
        #expect(read.problems.count == 1)
        #expect(problem.code == .encoding)
        #expect(problem.file == "migrations/V001__a.cql")
        #expect(problem.place?.range == 16..<17)
        #expect(problem.message.contains("offset 16"))
    }

    @Test("UTF-16 is one problem")
    func wideEncoding() throws {
        let read = try read([0xFF, 0xFE] + "USE a;".utf16.flatMap { [UInt8(truncatingIfNeeded: $0), 0] })
        #expect(read.problems.map(\.code) == [.encoding])
        #expect(read.parsed == nil)
    }

    @Test("scripts that are not rolled back have no down part", arguments: ["U1__a.cql", "R__a.cql", "A__a.cql"])
    func unexpectedDown(_ name: String) throws {
        let read = try read("USE a;\n-- @down\nUSE b;", as: name)
        #expect(read.problems.map(\.brief) == ["down-marker 2:1"])
        #expect(!read.isRunnable)
    }

    @Test("a problem has the place, the line for a caret, and a hint")
    func place() throws {
        let read = try read("USE a;\n  INSERT INTO t (v) VALUES ('oops);\n")
        let problem = try #require(read.problems.first)
        #expect(problem.place?.start == SourceLocation(line: 2, column: 29))
        #expect(problem.place?.line == "  INSERT INTO t (v) VALUES ('oops);")
        #expect(problem.file == "migrations/V001__a.cql")
        #expect(problem.description.hasPrefix("migrations/V001__a.cql:2:29: error[unterminated-string]: "))
    }

    @Test("carets go under what is wrong: one at least, and to the end of the line where it goes on")
    func caret() throws {
        func caret(_ text: String) throws -> Range<Int>? { try read(text).problems.first?.place?.caret }
        #expect(try caret("USE a;\n  INSERT INTO t (v) VALUES ('oops);\n") == 29..<30)
        #expect(try caret("CRAETE x;") == 1..<7)
        #expect(try caret("USE a;\n -- @down (no)\nUSE b;") == 2..<15)
    }

    @Test("a line is shown without its passwords, with the carets where they belong")
    func maskedLine() throws {
        let place = try #require(
            try read("ALTER ROLE a WITH PASSWORD = 'geheim' AND OPTIONS = 'oops;").problems.first?.place)
        #expect(place.line == "ALTER ROLE a WITH PASSWORD = '********' AND OPTIONS = 'oops;")
        #expect(place.start == SourceLocation(line: 1, column: 53))
        #expect(place.caret == 55..<56)
    }

    @Test("a line that nobody could look at is not shown")
    func longLine() throws {
        let read = try read("USE a; -- " + String(repeating: "x", count: 5000) + "\nCRAETE x;\n")
        #expect(read.problems.map { $0.place?.line } == ["CRAETE x;"])
        let long = try MigrationScriptsTests.read("CRAETE x; -- " + String(repeating: "x", count: 5000))
        #expect(long.problems.map { $0.place?.line } == [nil])
    }

    @Test("the messages of the rules are sentences with what to do")
    func messages() throws {
        func problem(_ text: String, as name: String = "V001__a.cql") throws -> [String?] {
            let problem = try #require(try read(text, as: name).problems.first)
            return [problem.message, problem.hint]
        }
        #expect(
            try problem("-- @author me\nUSE a;") == [
                "The directive `@author` is not known.", "Remove the `@` if this is a remark for readers.",
            ]
        )
        #expect(
            try problem("USE a;\n-- @dwon\nUSE b;") == [
                "The directive `@dwon` is not known.", "Write `-- @down` if the part for the rollback begins here.",
            ]
        )
        #expect(
            try problem("USE a;\n// @donw\nUSE b;") == [
                "`@donw` looks like the marker of the down part and is none.", "Write `-- @down` on a line of its own.",
            ]
        )
        #expect(
            try problem("-- later") == [
                "There is no statement in this file.", "Write at least one statement, or remove the file.",
            ]
        )
        #expect(
            try problem("-- @down\nUSE a;") == [
                "There is no statement in front of the `-- @down` marker.",
                "Write at least one statement, or remove the file.",
            ]
        )
        #expect(
            try problem("USE a;\n-- @down\nUSE b;", as: "R__a.cql") == [
                "A repeatable script has no down part: only versioned scripts are rolled back.",
                "Remove the marker and what follows it.",
            ]
        )
    }
}
