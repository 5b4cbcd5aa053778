import Foundation

/// A folder of a test's own, which is removed with everything in it.
struct TemporaryFolder {
    let path: String

    static func with<Result>(_ body: (TemporaryFolder) throws -> Result) throws -> Result {
        let name = "cqlmig-scripts-\(UUID().uuidString)"
        let folder = TemporaryFolder(path: FileManager.default.temporaryDirectory.appendingPathComponent(name).path)
        try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(atPath: folder.path) }
        return try body(folder)
    }

    func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(atPath: self / name, withIntermediateDirectories: true)
    }

    func makeLink(_ name: String, to destination: String) throws {
        try FileManager.default.createSymbolicLink(atPath: self / name, withDestinationPath: destination)
    }

    static func / (folder: TemporaryFolder, name: String) -> String { folder.path + "/" + name }
}
