import CQLSyntax
import MigrationScripts
import Testing

@Suite struct ScriptSetTests {
    static func load(_ files: [String: String], parallelism: Int = 4) async throws -> ScriptSet {
        let absolute = Dictionary(uniqueKeysWithValues: files.map { ("/m/" + $0, $1) })
        return try await ScriptDirectory("/m", in: InMemoryFileSystem(absolute)).load(parallelism: parallelism)
    }

    static let all = [
        "V10__c.cql": "USE c;",
        "z/V9__b.cql": "USE b;",
        "a/V9.1__d.cql": "USE d;\n-- @down\nUSE undo_d;",
        "V001__a.cql": "USE a;",
        "U1__a.cql": "USE undo_a;",
        "later/R__a.cql": "USE ra;",
        "R__b.cql": "USE rb;",
        "A__z.cql": "USE az;",
        "A__y.cql": "USE ay;",
    ]

    @Test("scripts come in the order in which they run, whatever folder they are in")
    func order() async throws {
        let set = try await Self.load(Self.all)
        #expect(set.versioned.map(\.path) == ["V001__a.cql", "z/V9__b.cql", "a/V9.1__d.cql", "V10__c.cql"])
        #expect(set.repeatables.map(\.path) == ["later/R__a.cql", "R__b.cql"])
        #expect(set.always.map(\.path) == ["A__y.cql", "A__z.cql"])
        #expect(set.undos.count == 1)
        #expect(set.warnings.isEmpty)
        #expect(set[try MigrationVersion("9.1.0")]?.path == "a/V9.1__d.cql")
        #expect(set[try MigrationVersion("2")] == nil)
    }

    @Test("the undo of a script is its own down part or the undo script")
    func undo() async throws {
        let set = try await Self.load(Self.all)
        let byFile = try #require(set.undo(of: set.versioned[0]))
        #expect(byFile.script.path == "U1__a.cql")
        #expect(byFile.part == .up)
        #expect(byFile.statements().map(\.text) == ["USE undo_a"])
        #expect(byFile.checksum == byFile.script.checksum)
        #expect(set.undo(of: set.versioned[1]) == nil)
        let ownPart = try #require(set.undo(of: set.versioned[2]))
        #expect(ownPart.script.path == "a/V9.1__d.cql")
        #expect(ownPart.part == .down)
        #expect(ownPart.statements().map(\.text) == ["USE undo_d"])
        #expect(ownPart.checksum == ownPart.script.undoChecksum)
        #expect(set.undo(of: set.repeatables[0]) == nil)
        #expect(set.undo(of: byFile.script) == nil)
    }

    @Test("an empty folder is a set without scripts")
    func empty() async throws {
        let set = try await ScriptDirectory("/m", in: InMemoryFileSystem(["/m": .folder])).load(parallelism: 1)
        #expect(set.versioned.isEmpty && set.undos.isEmpty && set.repeatables.isEmpty && set.always.isEmpty)
    }

    @Test("all problems of all files come at once, in the order of files and places")
    func allProblems() async throws {
        let error = try await #require(throws: ScriptError.self) {
            try await Self.load([
                "V1__a.cql": "CRAETE x;\nINSERT INTO t (v) VALUES ('x",
                "V1.0__b.cql": "-- nothing",
                "V2_c.cql": "not even looked at '",
                "sub/V3__d.cql": "-- @x\nUSE a;",
                "sub/V4__e.cql": "USE a;\n-- @down (x)\nUSE b;",
            ])
        }
        #expect(
            error.problems.map { "\($0.file ?? "") \($0.brief)" } == [
                "/m/V1.0__b.cql no-statements 1:1",
                "/m/V1__a.cql duplicate-version",
                "/m/V1__a.cql unknown-statement 1:1",
                "/m/V1__a.cql unterminated-string 2:27",
                "/m/V2_c.cql bad-filename",
                "/m/sub/V3__d.cql unknown-directive 1:4",
                "/m/sub/V4__e.cql down-marker 2:1",
            ]
        )
        #expect(error.description.split(separator: "\n").count == 7)
    }

    @Test("one wrong file is enough to have no set")
    func oneWrongFile() async throws {
        var files = Self.all
        files["v11__x.cql"] = "USE a;"
        let error = try await #require(throws: ScriptError.self) { try await Self.load(files) }
        #expect(error.problems.map(\.code) == [.badFilename])
    }

    @Test("a missing folder is the one problem there is")
    func missingFolder() async throws {
        let error = try await #require(throws: ScriptError.self) {
            try await ScriptDirectory("/nowhere", in: InMemoryFileSystem(["/m": .folder])).load(parallelism: 2)
        }
        #expect(error.problems.map(\.code) == [.noSuchFolder])
    }

    @Test("reading in parallel gives what reading one by one gives", arguments: [-1, 0, 1, 2, 3, 8, 1000])
    func parallel(_ parallelism: Int) async throws {
        var nodes: [String: String] = [:]
        for number in 1...300 {
            nodes["/m/d\(number % 7)/V\(number)__t.cql"] = "CREATE TABLE t\(number) (id int PRIMARY KEY);"
        }
        let directory = ScriptDirectory("/m", in: InMemoryFileSystem(nodes))
        let set = try await directory.load(parallelism: parallelism)
        #expect(set.versioned.map { $0.version?.text } == (1...300).map(String.init))
        let files = try directory.list().files
        let paths = await directory.read(files, parallelism: parallelism) { $0.file.path }
        #expect(paths == files.map(\.path))
        #expect(await directory.read([], parallelism: parallelism) { $0.file.path } == [])
    }
}
