import Configuration
import MigrationScripts
import Synchronization

/// The files of a project that exists in a test only, by their paths; the working directory is `/project`.
final class MemoryProject: FileSystem, FileReading {
    private struct Node {
        var bytes: [UInt8]?
        var inode: UInt64
    }

    private let nodes = Mutex<[String: Node]>([:])
    private let refusals: [String: (FileSystemError.Reason, String)]

    /// - Parameters:
    ///   - files: Texts by path.
    ///   - folders: Folders besides those of the files.
    ///   - refusals: What is said to whoever reads or makes something at a path.
    init(
        _ files: [String: String] = [:], folders: [String] = [],
        refusals: [String: (FileSystemError.Reason, String)] = [:]
    ) {
        self.refusals = refusals
        for folder in folders { add(folder, nil) }
        for (path, text) in files { add(path, Array(text.utf8)) }
    }

    private func add(_ path: String, _ bytes: [UInt8]?) {
        nodes.withLock { nodes in
            var folder = ""
            for part in Self.normal(path).split(separator: "/").dropLast() {
                folder += "/\(part)"
                if nodes[folder] == nil { nodes[folder] = Node(bytes: nil, inode: UInt64(nodes.count) + 1) }
            }
            nodes[Self.normal(path)] = Node(bytes: bytes, inode: UInt64(nodes.count) + 1)
        }
    }

    /// The text of a file; nil when there is none.
    subscript(path: String) -> String? {
        nodes.withLock { $0[Self.normal(path)]?.bytes }.map { String(decoding: $0, as: UTF8.self) }
    }

    /// Every path below the working directory, folders with a slash.
    var paths: [String] {
        nodes.withLock { nodes in
            nodes.filter { $0.key.hasPrefix("/project/") }
                .map { String($0.key.dropFirst(9)) + ($0.value.bytes == nil ? "/" : "") }.sorted()
        }
    }

    private static func normal(_ path: String) -> String {
        var parts: [Substring] = []
        for part in (path.hasPrefix("/") ? path : "/project/\(path)").split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }

    private func node(_ path: String, for operation: FileSystemError.Operation) throws(FileSystemError) -> Node {
        if let (reason, text) = refusals[path] { throw FileSystemError(operation, path, reason, text: text) }
        guard let node = nodes.withLock({ $0[Self.normal(path)] }) else {
            throw FileSystemError(operation, path, .notFound, text: "No such file or directory")
        }
        return node
    }

    // MARK: FileSystem

    func status(of path: String) throws(FileSystemError) -> FileStatus {
        let node = try node(path, for: .look)
        return FileStatus(
            kind: node.bytes == nil ? .folder : .file, identity: .init(device: 1, inode: node.inode))
    }

    func list(_ folder: String) throws(FileSystemError) -> [FolderEntry] {
        guard try node(folder, for: .list).bytes == nil else {
            throw FileSystemError(.list, folder, .notAFolder, text: "Not a directory")
        }
        let prefix = Self.normal(folder) + "/"
        return nodes.withLock { nodes in
            nodes.filter { $0.key.hasPrefix(prefix) && !$0.key.dropFirst(prefix.count).contains("/") }
                .map { FolderEntry(name: String($0.dropFirst(prefix.count)), kind: $1.bytes == nil ? .folder : .file) }
        }
    }

    func read(_ path: String, limit: Int) throws(FileSystemError) -> [UInt8] {
        guard let bytes = try node(path, for: .read).bytes else {
            throw FileSystemError(.read, path, .notARegularFile, text: "it is not a regular file")
        }
        return bytes
    }

    func create(_ path: String, bytes: [UInt8]) throws(FileSystemError) {
        try make(path, bytes, .create)
    }

    func replace(_ path: String, bytes: [UInt8]) throws(FileSystemError) {
        if let (reason, text) = refusals[path] { throw FileSystemError(.create, path, reason, text: text) }
        add(path, bytes)
    }

    func createFolder(_ path: String) throws(FileSystemError) {
        try make(path, nil, .createFolder)
    }

    private func make(
        _ path: String, _ bytes: [UInt8]?, _ operation: FileSystemError.Operation
    ) throws(FileSystemError) {
        if let (reason, text) = refusals[path] { throw FileSystemError(operation, path, reason, text: text) }
        guard nodes.withLock({ $0[Self.normal(path)] == nil }) else {
            throw FileSystemError(operation, path, .exists, text: "File exists")
        }
        add(path, bytes)
    }

    func remove(_ path: String) throws(FileSystemError) {
        _ = try node(path, for: .remove)
        nodes.withLock { _ = $0.removeValue(forKey: Self.normal(path)) }
    }

    // MARK: FileReading

    func contents(of path: String, limit: Int) throws(FileReadingError) -> [UInt8] {
        guard let node = nodes.withLock({ $0[Self.normal(path)] }) else { throw .notFound }
        guard let bytes = node.bytes else { throw .isFolder }
        return bytes
    }

    func exists(_ path: String) -> Bool { nodes.withLock { $0[Self.normal(path)] != nil } }
}
