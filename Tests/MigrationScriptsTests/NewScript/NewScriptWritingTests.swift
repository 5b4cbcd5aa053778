import MigrationScripts
import Testing

@Suite struct NewScriptWritingTests {
    static func script(undo: NewScript.Undo = .file) throws -> NewScript {
        try NewScript(description: "x", form: .versioned(.next, undo: undo), existing: [])
    }

    @Test("both files are written, and their paths are given", arguments: ["/migrations", "/migrations/"])
    func writes(to folder: String) throws {
        let files = InMemoryFileSystem(["/migrations": .folder])
        let script = try Self.script()
        #expect(
            try script.write(to: folder, in: files) == ["/migrations/V001__x.cql", "/migrations/U001__x.cql"]
        )
        #expect(
            files.createdTexts == [
                "/migrations/V001__x.cql": script.files[0].text, "/migrations/U001__x.cql": script.files[1].text,
            ]
        )
    }

    @Test("a file that stands there is left alone")
    func exclusive() throws {
        let files = InMemoryFileSystem(["/migrations/V001__x.cql": "kept"])
        let error = try #require(throws: NewScriptError.self) {
            try Self.script().write(to: "/migrations", in: files)
        }
        #expect(error.description == "Could not create `/migrations/V001__x.cql`: File exists.")
        #expect(files.createdTexts.isEmpty)
        #expect(try files.read("/migrations/V001__x.cql", limit: 10) == Array("kept".utf8))
    }

    @Test("a folder that is not there is an error with the system's words")
    func noFolder() throws {
        let files = InMemoryFileSystem([:] as [String: String])
        let error = try #require(throws: NewScriptError.self) {
            try Self.script().write(to: "/migrations", in: files)
        }
        #expect(error.description == "Could not create `/migrations/V001__x.cql`: No such file or directory.")
    }

    @Test("when the second file cannot be written the first one goes again")
    func fullDisk() throws {
        let files = InMemoryFileSystem(
            ["/migrations": .folder],
            refusedCreations: ["/migrations/U001__x.cql": (.noSpace, "No space left on device")]
        )
        let error = try #require(throws: NewScriptError.self) {
            try Self.script().write(to: "/migrations", in: files)
        }
        let cause = FileSystemError(
            .create, "/migrations/U001__x.cql", .noSpace, text: "No space left on device")
        #expect(error.reason == .notWritten(cause, remaining: []))
        #expect(files.createdTexts.isEmpty)
    }

    @Test("a first file that cannot be removed again is named too")
    func remaining() throws {
        let files = InMemoryFileSystem(
            ["/migrations": .folder],
            refusedCreations: ["/migrations/U001__x.cql": (.readOnly, "Read-only file system")],
            refusedRemovals: ["/migrations/V001__x.cql"]
        )
        let error = try #require(throws: NewScriptError.self) {
            try Self.script().write(to: "/migrations", in: files)
        }
        #expect(
            error.description == "Could not create `/migrations/U001__x.cql`: Read-only file system. "
                + "Could not remove `/migrations/V001__x.cql`: Permission denied."
        )
    }

    @Test("on the real file system nothing is written over, and links are not followed")
    func reallyExclusive() throws {
        try TemporaryFolder.with { folder in
            let files = LocalFileSystem()
            try folder.makeLink("V001__x.cql", to: folder / "elsewhere")
            #expect(throws: NewScriptError.self) { try Self.script(undo: .part).write(to: folder.path, in: files) }
            #expect(try files.list(folder.path).map(\.name) == ["V001__x.cql"])
            try files.remove(folder / "V001__x.cql")
            #expect(try Self.script(undo: .part).write(to: folder.path, in: files) == [folder / "V001__x.cql"])
            #expect(throws: NewScriptError.self) { try Self.script(undo: .part).write(to: folder.path, in: files) }
        }
    }
}
