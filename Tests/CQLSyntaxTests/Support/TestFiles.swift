import FoundationEssentials
import Testing

/// The files that stand beside the tests.
enum TestFiles {
    private static let folder = String(#filePath.dropLast("Support/TestFiles.swift".count))

    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try #require(FileManager.default.contents(atPath: folder + path), "\(path) cannot be read"))
    }

    static func text(_ path: String) throws -> String {
        String(decoding: try bytes(path), as: UTF8.self)
    }

    /// The names of the files in a folder that end in a suffix, in order.
    static func names(in subfolder: String, suffix: String) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder + subfolder)
        return (names ?? []).filter { $0.hasSuffix(suffix) }.sorted()
    }

    static func write(_ text: String, to path: String) throws {
        try Data(text.utf8).write(to: URL(filePath: folder + path))
    }
}
