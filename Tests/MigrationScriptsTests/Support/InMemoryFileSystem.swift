import MigrationScripts
import Synchronization

/// A file system in memory, with files that refuse to be used.
final class InMemoryFileSystem: FileSystem {
    enum Node {
        case file([UInt8])
        case folder
        /// A symbolic link to an absolute path.
        case link(String)
        case pipe
        /// A file or folder that is there and cannot be used.
        case refusing(FolderEntry.Kind, FileSystemError.Reason, text: String)
    }

    private let nodes: [String: Node]
    private let inodes: [String: UInt64]
    private let undecodable: Set<String>
    /// What `create` says for a path, however often.
    private let refusedCreations: [String: (FileSystemError.Reason, String)]
    private let refusedRemovals: Set<String>
    private let created = Mutex<[String: [UInt8]]>([:])

    /// Makes one of texts by absolute path; folders above them come by themselves.
    convenience init(_ files: [String: String]) {
        self.init(files.mapValues { .file(Array($0.utf8)) })
    }

    init(
        _ nodes: [String: Node],
        undecodable: Set<String> = [],
        refusedCreations: [String: (FileSystemError.Reason, String)] = [:],
        refusedRemovals: Set<String> = []
    ) {
        var all = nodes
        for path in nodes.keys {
            var parent = Self.parent(of: path)
            while parent != "/", all[parent] == nil {
                all[parent] = .folder
                parent = Self.parent(of: parent)
            }
        }
        all["/"] = .folder
        self.nodes = all
        inodes = Dictionary(uniqueKeysWithValues: all.keys.enumerated().map { ($1, UInt64($0) + 1) })
        self.undecodable = undecodable
        self.refusedCreations = refusedCreations
        self.refusedRemovals = refusedRemovals
    }

    /// What was created and not removed, as text.
    var createdTexts: [String: String] {
        created.withLock { $0.mapValues { String(decoding: $0, as: UTF8.self) } }
    }

    func status(of path: String) throws(FileSystemError) -> FileStatus {
        let (real, node) = try resolve(path, for: .look)
        let kind: FileStatus.Kind
        switch node {
        case .file, .refusing(.file, _, _): kind = .file
        case .folder, .refusing(.folder, _, _): kind = .folder
        case .refusing(_, let reason, let text): throw FileSystemError(.look, path, reason, text: text)
        case .link, .pipe: kind = .other
        }
        return FileStatus(kind: kind, identity: .init(device: 1, inode: inodes[real] ?? 0))
    }

    func list(_ folder: String) throws(FileSystemError) -> [FolderEntry] {
        let (real, node) = try resolve(folder, for: .list)
        switch node {
        case .folder: break
        case .refusing(.folder, let reason, let text): throw FileSystemError(.list, folder, reason, text: text)
        default: throw FileSystemError(.list, folder, .notAFolder, text: "Not a directory")
        }
        // Sets and dictionaries order their elements differently in each run, which is what a walk has to bear.
        let stored = nodes.filter { Self.parent(of: $0.key) == real && $0.key != "/" }.map { path, node in
            let kind: FolderEntry.Kind
            switch node {
            case .file: kind = .file
            case .folder: kind = .folder
            case .link: kind = .unresolved
            case .pipe: kind = .other
            case .refusing(let refused, _, _): kind = refused
            }
            return FolderEntry(name: Self.name(of: path), isUTF8: !undecodable.contains(path), kind: kind)
        }
        let added = created.withLock { created in
            created.keys.filter { Self.parent(of: $0) == real }.map {
                FolderEntry(name: Self.name(of: $0), kind: .file)
            }
        }
        return stored + added
    }

    func read(_ path: String, limit: Int) throws(FileSystemError) -> [UInt8] {
        let bytes: [UInt8]
        switch try resolve(path, for: .read).node {
        case .file(let content): bytes = content
        case .refusing(_, let reason, let text): throw FileSystemError(.read, path, reason, text: text)
        default: throw FileSystemError(.read, path, .notARegularFile, text: "it is not a regular file")
        }
        guard bytes.count <= limit else {
            throw FileSystemError(.read, path, .tooLarge(limit: limit), text: "it has more than \(limit) bytes")
        }
        return bytes
    }

    func create(_ path: String, bytes: [UInt8]) throws(FileSystemError) {
        if let (reason, text) = refusedCreations[path] {
            throw FileSystemError(.create, path, reason, text: text)
        }
        do throws(FileSystemError) {
            _ = try resolve(Self.parent(of: path), for: .create)
        } catch {
            throw FileSystemError(.create, path, error.reason, text: error.text)
        }
        let isNew = created.withLock { created in
            guard nodes[path] == nil, created[path] == nil else { return false }
            created[path] = bytes
            return true
        }
        guard isNew else { throw FileSystemError(.create, path, .exists, text: "File exists") }
    }

    func replace(_ path: String, bytes: [UInt8]) throws(FileSystemError) {
        created.withLock { $0[path] = nil }
        try create(path, bytes: bytes)
    }

    func createFolder(_ path: String) throws(FileSystemError) {
        throw FileSystemError(.createFolder, path, .readOnly, text: "Read-only file system")
    }

    func remove(_ path: String) throws(FileSystemError) {
        if refusedRemovals.contains(path) {
            throw FileSystemError(.remove, path, .notPermitted, text: "Permission denied")
        }
        let removed = created.withLock { $0.removeValue(forKey: path) }
        guard removed != nil else {
            throw FileSystemError(.remove, path, .notFound, text: "No such file or directory")
        }
    }

    /// Follows links in every part of a path.
    private func resolve(
        _ path: String,
        for operation: FileSystemError.Operation
    ) throws(FileSystemError) -> (path: String, node: Node) {
        var real = ""
        var current = Node.folder
        var parts = path.split(separator: "/").map(String.init)
        var steps = 0
        while !parts.isEmpty {
            let next = real + "/" + parts.removeFirst()
            guard let node = nodes[next] ?? created.withLock({ $0[next] }).map(Node.file) else {
                throw FileSystemError(operation, path, .notFound, text: "No such file or directory")
            }
            guard case .link(let target) = node else {
                real = next
                current = node
                continue
            }
            steps += 1
            guard steps < 40 else {
                throw FileSystemError(operation, path, .system(errno: 40), text: "Too many levels of symbolic links")
            }
            parts = target.split(separator: "/").map(String.init) + parts
            real = ""
            current = .folder
        }
        return (real.isEmpty ? "/" : real, current)
    }

    private static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
        return String(path[..<slash])
    }

    private static func name(of path: String) -> String {
        String(path.split(separator: "/").last ?? "")
    }
}
