import Configuration
import Glibc
import Testing

@Suite struct SystemFilesTests {
    /// Makes a folder with a file of that text in it, and removes both.
    private func withFile(_ text: String, _ body: (_ folder: String, _ file: String) throws -> Void) throws {
        var template = Array("/tmp/cqlmig-files-XXXXXX".utf8CString)
        let isMade = unsafe template.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return false }
            return unsafe mkdtemp(start) != nil
        }
        try #require(isMade)
        let folder = String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let file = "\(folder)/file"
        defer {
            _ = unsafe unlink(file)
            _ = unsafe rmdir(folder)
        }
        let descriptor = unsafe Glibc.open(file, O_CREAT | O_WRONLY, 0o600)
        try #require(descriptor >= 0)
        let bytes = Array(text.utf8)
        let written = unsafe bytes.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
        close(descriptor)
        try #require(written == bytes.count)
        try body(folder, file)
    }

    @Test("a file is read to its end, across the size of the buffer")
    func contents() throws {
        let text = String(repeating: "0123456789abcdef", count: 3_000)
        try withFile(text) { _, file in
            let bytes = try SystemFiles().contents(of: file, limit: 48_000)
            #expect(bytes == Array(text.utf8))
            #expect(throws: FileReadingError.tooLarge(limit: 47_999)) {
                try SystemFiles().contents(of: file, limit: 47_999)
            }
            #expect(SystemFiles().exists(file))
        }
    }

    @Test("what is no file says why")
    func errors() throws {
        try withFile("x") { folder, file in
            #expect(throws: FileReadingError.isFolder) { try SystemFiles().contents(of: folder, limit: 10) }
            #expect(throws: FileReadingError.notFound) { try SystemFiles().contents(of: "\(folder)/none", limit: 10) }
            #expect(throws: FileReadingError.notFound) { try SystemFiles().contents(of: "\(file)/none", limit: 10) }
            #expect(throws: FileReadingError.failed("the path holds a zero byte")) {
                try SystemFiles().contents(of: "\(file)\0", limit: 10)
            }
            #expect(!SystemFiles().exists("\(folder)/none"))
        }
    }

    @Test("a configuration is found on disk")
    func loader() throws {
        try withFile("keyspace: on_disk\n") { folder, file in
            let loader = ConfigurationLoader(files: SystemFiles(), environment: [:], workingDirectory: folder)
            let settings = try loader.load(flags: [GivenFlag(.config, ["file"], spelling: "--config")])
            #expect(settings.keyspaces.map(\.name) == ["on_disk"])
            #expect(settings.file == "file")
        }
    }
}
