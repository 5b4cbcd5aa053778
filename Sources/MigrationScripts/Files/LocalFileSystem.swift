import Glibc

/// The file system of this machine.
public struct LocalFileSystem: FileSystem {
    /// Makes one; it has no state.
    public init() {}

    /// What stands at a path, symbolic links followed.
    public func status(of path: String) throws(FileSystemError) -> FileStatus {
        var information = stat()
        guard unsafe stat(path, &information) == 0 else {
            throw FileSystemError(.look, path, errno: errno)
        }
        return FileStatus(information)
    }

    /// The entries of a folder, without `.` and `..`, in the order of the file system.
    public func list(_ folder: String) throws(FileSystemError) -> [FolderEntry] {
        guard let stream = unsafe opendir(folder) else {
            throw FileSystemError(.list, folder, errno: errno)
        }
        defer { unsafe closedir(stream) }
        var entries: [FolderEntry] = []
        while true {
            // The end and a failure look alike but for errno.
            errno = 0
            guard let record = unsafe readdir(stream) else {
                if errno != 0 { throw FileSystemError(.list, folder, errno: errno) }
                return entries
            }
            if let entry = unsafe FolderEntry(record) { entries.append(entry) }
        }
    }

    /// The bytes of a regular file, at most `limit` of them.
    public func read(_ path: String, limit: Int) throws(FileSystemError) -> [UInt8] {
        // Opening a pipe without O_NONBLOCK would wait for a writer for ever.
        let descriptor = retrying { unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
        guard descriptor >= 0 else {
            throw FileSystemError(.read, path, errno: errno)
        }
        defer { close(descriptor) }
        var information = stat()
        guard unsafe fstat(descriptor, &information) == 0 else {
            throw FileSystemError(.read, path, errno: errno)
        }
        guard FileStatus(information).kind == .file else {
            throw FileSystemError(.read, path, .notARegularFile, text: "it is not a regular file")
        }
        guard information.st_size <= limit else {
            throw FileSystemError(tooLarge: path, limit: limit)
        }
        return try readToEnd(descriptor, path: path, expecting: Int(information.st_size), limit: limit)
    }

    /// Makes a new file of some bytes, or none at all.
    public func create(_ path: String, bytes: [UInt8]) throws(FileSystemError) {
        let descriptor = retrying { unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
        guard descriptor >= 0 else {
            throw FileSystemError(.create, path, errno: errno)
        }
        do throws(FileSystemError) {
            try writeAll(bytes, to: descriptor, path: path)
        } catch {
            close(descriptor)
            throw discarding(path, because: error)
        }
        // Some file systems find out only here that there is no room.
        guard close(descriptor) == 0 || errno == EINTR else {
            throw discarding(path, because: FileSystemError(.create, path, errno: errno))
        }
    }

    /// Removes what was written of a file; what cannot be removed is told with the error.
    func discarding(_ path: String, because error: FileSystemError) -> FileSystemError {
        if unsafe unlink(path) == 0 { return error }
        let text = error.text + ", and what was written of it could not be removed"
        return FileSystemError(error.operation, path, error.reason, text: text)
    }

    /// Makes a folder; who may use it is for the process's mask to say.
    public func createFolder(_ path: String) throws(FileSystemError) {
        guard unsafe mkdir(path, 0o777) == 0 else {
            throw FileSystemError(.createFolder, path, errno: errno)
        }
    }

    /// Removes a file.
    public func remove(_ path: String) throws(FileSystemError) {
        guard unsafe unlink(path) == 0 else {
            throw FileSystemError(.remove, path, errno: errno)
        }
    }

    /// Writes all of the bytes, in as many calls as it takes.
    func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(FileSystemError) {
        var start = 0
        while start < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                retrying { unsafe write(descriptor, buffer.baseAddress?.advanced(by: start), buffer.count - start) }
            }
            guard count > 0 else {
                throw FileSystemError(.create, path, errno: count < 0 ? errno : EIO)
            }
            start += count
        }
    }

    /// A file can change while it is read: its size is where the buffer starts from and not what the reading relies on.
    private func readToEnd(
        _ descriptor: Int32,
        path: String,
        expecting size: Int,
        limit: Int
    ) throws(FileSystemError) -> [UInt8] {
        // One byte more than expected lets one call tell whether it has grown.
        var bytes = try readPiece(descriptor, path: path, capacity: size + 1)
        // A call that gives less than it may has found the end, if all is there that was announced.
        guard bytes.count != size else { return bytes }
        while true {
            guard bytes.count <= limit else { throw FileSystemError(tooLarge: path, limit: limit) }
            let piece = try readPiece(descriptor, path: path, capacity: 64 << 10)
            guard !piece.isEmpty else { return bytes }
            bytes += piece
        }
    }

    /// What one call gives; empty at the end.
    private func readPiece(_ descriptor: Int32, path: String, capacity: Int) throws(FileSystemError) -> [UInt8] {
        var failure: Int32 = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
            let count = retrying { unsafe Glibc.read(descriptor, buffer.baseAddress, capacity) }
            if count < 0 { failure = errno } else { filled = count }
        }
        guard failure == 0 else { throw FileSystemError(.read, path, errno: failure) }
        return bytes
    }
}

/// Repeats a call that a signal interrupted before it did anything.
private func retrying<Result: SignedInteger>(_ call: () -> Result) -> Result {
    while true {
        let result = call()
        if result != -1 || errno != EINTR { return result }
    }
}

extension FileStatus {
    fileprivate init(_ information: stat) {
        let kind: Kind
        switch information.st_mode & S_IFMT {
        case S_IFREG: kind = .file
        case S_IFDIR: kind = .folder
        default: kind = .other
        }
        self.init(
            kind: kind,
            identity: Identity(device: UInt64(information.st_dev), inode: UInt64(information.st_ino))
        )
    }
}

extension FolderEntry {
    /// Nil for `.` and `..`.
    fileprivate init?(_ record: UnsafeMutablePointer<dirent>) {
        // The record ends behind the name, so that its declared 256 bytes must not be read as a whole.
        guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return nil }
        let start = unsafe UnsafeRawPointer(record) + offset
        let name = unsafe UnsafeRawBufferPointer(start: start, count: strlen(start.assumingMemoryBound(to: CChar.self)))
        let bytes = unsafe Array(name)
        guard bytes != Array(".".utf8), bytes != Array("..".utf8) else { return nil }
        let kind: Kind
        switch unsafe Int(record.pointee.d_type) {
        case DT_REG: kind = .file
        case DT_DIR: kind = .folder
        // Some file systems do not say, and a link does not tell what it leads to.
        case DT_UNKNOWN, DT_LNK: kind = .unresolved
        default: kind = .other
        }
        if let name = String(validating: bytes, as: UTF8.self) {
            self.init(name: name, kind: kind)
        } else {
            self.init(name: String(decoding: bytes, as: UTF8.self), isUTF8: false, kind: kind)
        }
    }
}
