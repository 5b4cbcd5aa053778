import CQLSyntax
import MigrationScripts
import Testing

@Suite struct ScriptDirectoryTests {
    static func list(_ files: InMemoryFileSystem, _ path: String = "/m") throws -> ScriptListing {
        try ScriptDirectory(path, in: files).list()
    }

    @Test("a folder is walked to its depths, and the order is that of the paths, whatever the file system says")
    func walk() throws {
        let paths = [
            "V001__a.cql", "a/V003__c.cql", "a/b/c/V004__d.cql", "b/U001__a.cql", "R__views.cql", "a-b/V005__e.cql",
        ]
        let files = InMemoryFileSystem(Dictionary(uniqueKeysWithValues: paths.map { ("/m/" + $0, "") }))
        for folder in ["/m", "/m/"] {
            let listing = try Self.list(files, folder)
            #expect(listing.files.map(\.path) == paths.sorted())
            #expect(listing.files.map(\.shownPath) == paths.sorted().map { "/m/" + $0 })
            #expect(listing.problems.isEmpty)
        }
    }

    @Test("an empty folder has no scripts and no problems")
    func empty() throws {
        let listing = try Self.list(InMemoryFileSystem(["/m": .folder]))
        #expect(listing.files.isEmpty)
        #expect(listing.problems.isEmpty)
    }

    @Test("hidden files and folders and other files are passed over, a folder of any name is not")
    func passedOver() throws {
        let files = InMemoryFileSystem([
            "/m/.V001__a.cql": "", "/m/.git/V002__a.cql": "", "/m/.cql": "", "/m/README.md": "",
            "/m/V003__a.cql.bak": "",
            "/m/V004__a.sql": "", "/m/x.cql/V005__a.cql": "",
        ])
        let listing = try Self.list(files)
        #expect(listing.files.map(\.path) == ["x.cql/V005__a.cql"])
        #expect(listing.problems.isEmpty)
    }

    @Test("the folder itself may be hidden")
    func hiddenRoot() throws {
        let files = InMemoryFileSystem(["/.m/V001__a.cql": ""])
        #expect(try Self.list(files, "/.m").files.map(\.path) == ["V001__a.cql"])
    }

    @Test("every name that ends in .cql and is none of a script is a problem, wherever it is")
    func badNames() throws {
        let files = InMemoryFileSystem([
            "/m/V1.5__a.cql": "", "/m/V001_a.cql": "", "/m/sub/v002__a.cql": "", "/m/V4__.cql": "", "/m/V5__a.CQL": "",
            "/m/schema.cql": "",
        ])
        let listing = try Self.list(files)
        #expect(listing.files.map(\.path) == ["V1.5__a.cql"])
        #expect(
            listing.problems.map(\.file) == [
                "/m/V001_a.cql", "/m/V4__.cql", "/m/V5__a.CQL", "/m/schema.cql", "/m/sub/v002__a.cql",
            ]
        )
        #expect(listing.problems.allSatisfy { $0.code == .badFilename && $0.severity == .error && $0.place == nil })
        #expect(
            listing.problems[0].message == "`V001_a.cql` is not the name of a migration: "
                + "two underscores have to stand in front of the description and not one."
        )
        #expect(
            listing.problems.map(\.hint).prefix(3) == [
                "Rename it to `V001__a.cql`.", "Rename it to `V4__<description>.cql`.", "Rename it to `V5__a.cql`.",
            ]
        )
    }

    @Test("a name that is not UTF-8 is a problem for scripts and for folders")
    func undecodable() throws {
        let files = InMemoryFileSystem(
            ["/m/V001__caf\u{FFFD}.cql": .file([]), "/m/d\u{FFFD}/V002__a.cql": .file([]), "/m/x\u{FFFD}": .file([])],
            undecodable: ["/m/V001__caf\u{FFFD}.cql", "/m/d\u{FFFD}", "/m/x\u{FFFD}"]
        )
        let listing = try Self.list(files)
        #expect(listing.files.isEmpty)
        #expect(listing.problems.map(\.code) == [.badFilename, .badFilename])
        #expect(listing.problems[0].message.hasSuffix("its bytes are not UTF-8."))
    }

    @Test("links to files are followed, as in the mounted volumes of a container")
    func linkedFiles() throws {
        let files = InMemoryFileSystem([
            "/m/..2026/V001__a.cql": .file(Array("USE a;".utf8)),
            "/m/..data": .link("/m/..2026"),
            "/m/V001__a.cql": .link("/m/..data/V001__a.cql"),
        ])
        let directory = ScriptDirectory("/m", in: files)
        let listing = try directory.list()
        #expect(listing.files.map(\.path) == ["V001__a.cql"])
        #expect(directory.read(listing.files[0]).parsed?.up.count == 1)
    }

    @Test("links to folders are followed once each, real paths come first, and circles do no harm")
    func linkedFolders() throws {
        let files = InMemoryFileSystem([
            "/m/real/V001__a.cql": .file([]),
            "/m/alias": .link("/m/real"),
            "/m/real/up": .link("/m"),
            "/m/self": .link("/m/self"),
            "/m/outside": .link("/elsewhere"),
            "/m/zz": .link("/elsewhere"),
            "/elsewhere/deep/V002__b.cql": .file([]),
            "/elsewhere/back": .link("/m"),
        ])
        let listing = try Self.list(files)
        #expect(listing.files.map(\.path) == ["outside/deep/V002__b.cql", "real/V001__a.cql"])
        #expect(listing.problems.isEmpty)
    }

    @Test("what should be a script and cannot be opened is a problem, and everything else is still found")
    func unreadable() throws {
        let files = InMemoryFileSystem([
            "/m/V001__a.cql": .file([]),
            "/m/V002__broken.cql": .link("/nowhere"),
            "/m/broken": .link("/nowhere"),
            "/m/V003__pipe.cql": .pipe,
            "/m/pipe": .pipe,
            "/m/V004__linked_pipe.cql": .link("/m/pipe"),
            "/m/secret": .refusing(.folder, .notPermitted, text: "Permission denied"),
        ])
        let listing = try Self.list(files)
        #expect(listing.files.map(\.path) == ["V001__a.cql"])
        #expect(
            listing.problems.map(\.message) == [
                "Could not look at `/m/V002__broken.cql`: No such file or directory.",
                "`/m/V003__pipe.cql` is not a regular file.",
                "`/m/V004__linked_pipe.cql` is not a regular file.",
                "Could not list `/m/secret`: Permission denied.",
            ]
        )
        #expect(
            listing.problems.map(\.code) == [.unreadableFile, .unreadableFile, .unreadableFile, .unreadableFolder]
        )
    }

    struct Root: CustomTestStringConvertible, Sendable {
        let path: String
        let problem: String
        var testDescription: String { path }
    }

    static let roots: [Root] = [
        Root(path: "/nowhere", problem: "/nowhere: error[no-such-folder]: The folder `/nowhere` is not there."),
        Root(
            path: "/m/V001__a.cql",
            problem: "/m/V001__a.cql: error[not-a-folder]: "
                + "`/m/V001__a.cql` is not a folder, and the folder of the migrations is needed."
        ),
        Root(
            path: "/secret",
            problem: "/secret: error[unreadable-folder]: Could not list `/secret`: Permission denied."
        ),
        Root(
            path: "/loop",
            problem: "/loop: error[unreadable-folder]: "
                + "Could not look at `/loop`: Too many levels of symbolic links."
        ),
    ]

    @Test("a folder that is missing, a file or closed is an error of its own", arguments: roots)
    func unusable(_ root: Root) throws {
        let files = InMemoryFileSystem([
            "/m/V001__a.cql": .file([]),
            "/secret": .refusing(.folder, .notPermitted, text: "Permission denied"),
            "/loop": .link("/loop"),
        ])
        let error = try #require(throws: ScriptError.self) { try Self.list(files, root.path) }
        #expect(error.description == root.problem)
    }

    @Test("a script that cannot be read or is too large says so")
    func reading() throws {
        let files = InMemoryFileSystem([
            "/m/V001__a.cql": .refusing(.file, .notPermitted, text: "Permission denied"),
            "/m/V002__b.cql": .file(Array("USE a;".utf8)),
        ])
        let directory = ScriptDirectory("/m", in: files, sizeLimit: 5)
        let scripts = try directory.list().files.map { directory.read($0) }
        #expect(scripts.map(\.parsed) == [nil, nil])
        #expect(
            scripts.flatMap(\.problems).map(\.description) == [
                "/m/V001__a.cql: error[unreadable-file]: Could not read `/m/V001__a.cql`: Permission denied.",
                "/m/V002__b.cql: error[file-too-large]: Could not read `/m/V002__b.cql`: it has more than 5 bytes.",
            ]
        )
    }

    @Test("the real file system gives the same walk")
    func real() throws {
        try TemporaryFolder.with { folder in
            let files = LocalFileSystem()
            try folder.makeFolder("a/b")
            try files.create(folder / "a/b/V002__b.cql", bytes: Array("USE a;".utf8))
            try files.create(folder / "V001__a.cql", bytes: Array("USE a;".utf8))
            try folder.makeLink("a/up", to: "..")
            try folder.makeLink("V003__c.cql", to: "a/b/V002__b.cql")
            try folder.makeLink("V004__d.cql", to: "nowhere")
            let listing = try ScriptDirectory(folder.path).list()
            #expect(listing.files.map(\.path) == ["V001__a.cql", "V003__c.cql", "a/b/V002__b.cql"])
            #expect(
                listing.problems.map(\.message) == [
                    "Could not look at `\(folder / "V004__d.cql")`: No such file or directory."
                ]
            )
        }
    }

    @Test("paths with invisible characters are shown with escapes")
    func escapes() throws {
        let files = InMemoryFileSystem(["/m/\u{1B}[2J/V001__a.cql": .pipe])
        let problem = try #require(try Self.list(files).problems.first)
        #expect(problem.message == "`/m/\\u{1B}[2J/V001__a.cql` is not a regular file.")
        #expect(problem.description.hasPrefix("/m/\\u{1B}[2J/V001__a.cql: error[unreadable-file]: "))
    }
}
