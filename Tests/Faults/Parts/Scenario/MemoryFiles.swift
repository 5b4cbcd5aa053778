import MigrationScripts

/// A folder that is nowhere but in memory.
struct MemoryFiles: FileSystem {
    let folder: String
    /// By name.
    let texts: [String: String]

    func status(of path: String) throws(FileSystemError) -> FileStatus {
        let kind: FileStatus.Kind = path == folder ? .folder : .file
        _ = kind == .file ? try text(path) : ""
        return FileStatus(kind: kind, identity: .init(device: 1, inode: UInt64(path.utf8.count)))
    }

    func list(_ folder: String) throws(FileSystemError) -> [FolderEntry] {
        texts.keys.sorted().map { FolderEntry(name: $0, kind: .file) }
    }

    func read(_ path: String, limit: Int) throws(FileSystemError) -> [UInt8] { Array(try text(path).utf8) }

    func create(_ path: String, bytes: [UInt8]) throws(FileSystemError) { throw refusal(.create, path) }
    func replace(_ path: String, bytes: [UInt8]) throws(FileSystemError) { throw refusal(.create, path) }
    func createFolder(_ path: String) throws(FileSystemError) { throw refusal(.createFolder, path) }
    func remove(_ path: String) throws(FileSystemError) { throw refusal(.remove, path) }

    private func text(_ path: String) throws(FileSystemError) -> String {
        guard path.hasPrefix("\(folder)/"), let text = texts[String(path.dropFirst(folder.utf8.count + 1))] else {
            throw FileSystemError(.read, path, .notFound, text: "there is no such file")
        }
        return text
    }

    private func refusal(_ operation: FileSystemError.Operation, _ path: String) -> FileSystemError {
        FileSystemError(operation, path, .readOnly, text: "nothing is written here")
    }
}
