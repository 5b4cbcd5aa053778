import Glibc
import Testing

@testable import MigrationScripts

@Suite struct LocalFileSystemTests {
    let files = LocalFileSystem()

    @Test("what is created is read back, byte for byte", arguments: [0, 1, 4096, 65_535, 200_000])
    func roundTrip(count: Int) throws {
        try TemporaryFolder.with { folder in
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            try files.create(folder / "a", bytes: bytes)
            #expect(try files.read(folder / "a", limit: count) == bytes)
        }
    }

    @Test("a file of more bytes than the limit is refused, one of just as many is read")
    func limit() throws {
        try TemporaryFolder.with { folder in
            try files.create(folder / "a", bytes: [1, 2, 3])
            #expect(try files.read(folder / "a", limit: 3) == [1, 2, 3])
            let error = try #require(throws: FileSystemError.self) { try files.read(folder / "a", limit: 2) }
            #expect(error.reason == .tooLarge(limit: 2))
            #expect(
                error.description
                    == "Could not read `\(folder.path)/a`: it has more than 2 bytes, the most that is read."
            )
        }
    }

    @Test("a file that says it is empty and is not, as in /proc, is read to its end, and no further than the limit")
    func sizeUnknown() throws {
        let bytes = try files.read("/proc/self/maps", limit: 1 << 24)
        #expect(bytes.count > 100)
        #expect(throws: FileSystemError.self) { try files.read("/proc/self/maps", limit: 10) }
    }

    @Test("nothing is created over what stands there")
    func exclusive() throws {
        try TemporaryFolder.with { folder in
            try files.create(folder / "a", bytes: [1])
            let error = try #require(throws: FileSystemError.self) { try files.create(folder / "a", bytes: [2]) }
            #expect(error.reason == .exists)
            #expect(error.text == "File exists")
            #expect(try files.read(folder / "a", limit: 10) == [1])

            try folder.makeLink("link", to: folder / "nowhere")
            #expect(throws: FileSystemError.self) { try files.create(folder / "link", bytes: [2]) }
            #expect(throws: FileSystemError.self) { try files.status(of: folder / "nowhere") }
        }
    }

    @Test("a full disk is an error with the system's words")
    func fullDisk() throws {
        let descriptor = unsafe open("/dev/full", O_WRONLY)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        let error = try #require(throws: FileSystemError.self) {
            try files.writeAll([1], to: descriptor, path: "V001__a.cql")
        }
        #expect(error.reason == .noSpace)
        #expect(error.description == "Could not create `V001__a.cql`: No space left on device.")
    }

    @Test("what is not there, and what is no file or folder, is told apart")
    func reasons() throws {
        try TemporaryFolder.with { folder in
            try files.create(folder / "file", bytes: [])
            let pipe = unsafe mkfifo(folder / "pipe", 0o600)
            try #require(pipe == 0)
            func reason(_ body: () throws(FileSystemError) -> Void) -> FileSystemError.Reason? {
                do throws(FileSystemError) {
                    try body()
                    return nil
                } catch {
                    return error.reason
                }
            }
            #expect(reason { () throws(FileSystemError) in _ = try files.read(folder / "no", limit: 1) } == .notFound)
            #expect(
                reason { () throws(FileSystemError) in _ = try files.read(folder.path, limit: 1) } == .notARegularFile)
            #expect(
                reason { () throws(FileSystemError) in _ = try files.read(folder / "pipe", limit: 1) }
                    == .notARegularFile
            )
            #expect(reason { () throws(FileSystemError) in _ = try files.list(folder / "no") } == .notFound)
            #expect(reason { () throws(FileSystemError) in _ = try files.list(folder / "file") } == .notAFolder)
            #expect(reason { () throws(FileSystemError) in _ = try files.status(of: folder / "no") } == .notFound)
            #expect(
                reason { () throws(FileSystemError) in try files.create(folder / "no/a", bytes: []) } == .notFound
            )
            #expect(reason { () throws(FileSystemError) in try files.remove(folder / "no") } == .notFound)
            let long = folder / String(repeating: "a", count: 300)
            #expect(
                reason { () throws(FileSystemError) in try files.create(long, bytes: []) }
                    == .system(errno: ENAMETOOLONG)
            )
        }
    }

    @Test("a link that leads to itself is an error, not a loop")
    func linkToItself() throws {
        try TemporaryFolder.with { folder in
            try folder.makeLink("loop", to: "loop")
            let error = try #require(throws: FileSystemError.self) { try files.status(of: folder / "loop") }
            #expect(error.reason == .system(errno: ELOOP))
        }
    }

    @Test("a folder lists files, folders, links and others, and says which name is not UTF-8")
    func listing() throws {
        try TemporaryFolder.with { folder in
            try files.create(folder / "file", bytes: [])
            try files.create(folder / ".hidden", bytes: [])
            try folder.makeFolder("folder")
            try folder.makeLink("link", to: "file")
            let pipe = unsafe mkfifo(folder / "pipe", 0o600)
            try #require(pipe == 0)
            let latin1 = Array((folder / "caf").utf8) + [0xE9, 0]
            let made = unsafe mkdir(latin1.map { CChar(bitPattern: $0) }, 0o700)
            try #require(made == 0)

            let entries = try files.list(folder.path)
            #expect(
                Set(entries) == [
                    FolderEntry(name: "file", kind: .file),
                    FolderEntry(name: ".hidden", kind: .file),
                    FolderEntry(name: "folder", kind: .folder),
                    FolderEntry(name: "link", kind: .unresolved),
                    FolderEntry(name: "pipe", kind: .other),
                    FolderEntry(name: "caf\u{FFFD}", isUTF8: false, kind: .folder),
                ]
            )
        }
    }

    @Test("two paths to one folder have one identity")
    func identity() throws {
        try TemporaryFolder.with { folder in
            try folder.makeFolder("a")
            try folder.makeLink("b", to: "a")
            let one = try files.status(of: folder / "a")
            #expect(one == (try files.status(of: folder / "b")))
            #expect(one.kind == .folder)
            #expect(one.identity != (try files.status(of: folder.path)).identity)
        }
    }

    @Test("a folder is made once, in a folder that is there")
    func newFolder() throws {
        try TemporaryFolder.with { folder in
            try files.createFolder(folder / "a")
            #expect(try files.status(of: folder / "a").kind == .folder)
            let twice = try #require(throws: FileSystemError.self) { try files.createFolder(folder / "a") }
            #expect(twice.reason == .exists)
            let lost = try #require(throws: FileSystemError.self) { try files.createFolder(folder / "no/a") }
            #expect(lost.reason == .notFound)
            #expect(lost.description.hasPrefix("Could not make the folder `"))
        }
    }

    @Test("a removed file is gone")
    func removal() throws {
        try TemporaryFolder.with { folder in
            try files.create(folder / "a", bytes: [])
            try files.remove(folder / "a")
            #expect(try files.list(folder.path).isEmpty)
        }
    }
}
