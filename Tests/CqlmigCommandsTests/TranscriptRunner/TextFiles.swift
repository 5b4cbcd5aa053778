import Foundation

/// The files of a transcript, in a folder of its own that is removed with everything in it.
struct TextFiles {
    let folder: String

    static func withFolder(_ body: (TextFiles) async throws -> Void) async throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("cqlmig-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await body(TextFiles(folder: path))
    }

    static func read(_ path: String) throws -> String {
        // Not `Data(contentsOf:)`: it leaks its buffer where the file is empty.
        let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        defer { try? file.close() }
        return String(decoding: try file.readToEnd() ?? Data(), as: UTF8.self)
    }

    func write(_ text: String, to path: String) throws {
        let url = URL(fileURLWithPath: "\(folder)/\(path)")
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    func copy(_ source: String) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: source) {
            try FileManager.default.copyItem(atPath: "\(source)/\(name)", toPath: "\(folder)/\(name)")
        }
    }

    /// The text of a file; nil when there is none.
    func text(_ path: String) -> String? { try? Self.read("\(folder)/\(path)") }

    /// Whether anything is at that path.
    func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: "\(folder)/\(path)") }

    /// The transcripts by their names.
    static func transcripts(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".txt") }.sorted()
    }
}
