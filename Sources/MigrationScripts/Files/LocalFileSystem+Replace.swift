import Glibc

extension LocalFileSystem {
    /// Writes a file beside the path and gives it the path's name, with the mode of the file that was there.
    ///
    /// A link is followed: what it leads to is replaced.
    public func replace(_ path: String, bytes: [UInt8]) throws(FileSystemError) {
        guard let real = unsafe realpath(path, nil) else {
            guard errno == ENOENT else { throw FileSystemError(.create, path, errno: errno) }
            return try put(bytes, at: path, mode: nil, for: path)
        }
        defer { unsafe free(real) }
        let target = unsafe String(cString: real)
        var information = stat()
        guard unsafe stat(target, &information) == 0 else {
            throw FileSystemError(.create, path, errno: errno)
        }
        try put(bytes, at: target, mode: information.st_mode & 0o7777, for: path)
    }

    private func put(
        _ bytes: [UInt8], at target: String, mode: mode_t?, for path: String
    ) throws(FileSystemError) {
        // Two processes that write the same path must not write into each other's file.
        let draft = "\(target).\(getpid()).new"
        do throws(FileSystemError) { try create(draft, bytes: bytes) } catch {
            guard error.reason != .exists else { throw error }
            throw FileSystemError(.create, path, error.reason, text: error.text)
        }
        if let mode, unsafe chmod(draft, mode) != 0 {
            throw discarding(draft, because: FileSystemError(.create, path, errno: errno))
        }
        guard unsafe rename(draft, target) == 0 else {
            throw discarding(draft, because: FileSystemError(.create, path, errno: errno))
        }
    }
}
