import Glibc

extension LocalFileSystem {
    /// Writes a file beside the path and gives it the path's name.
    public func replace(_ path: String, bytes: [UInt8]) throws(FileSystemError) {
        // Two processes that write the same path must not write into each other's file.
        let draft = "\(path).\(getpid()).new"
        do throws(FileSystemError) { try create(draft, bytes: bytes) } catch {
            guard error.reason != .exists else { throw error }
            throw FileSystemError(.create, path, error.reason, text: error.text)
        }
        guard unsafe rename(draft, path) == 0 else {
            let failure = FileSystemError(.create, path, errno: errno)
            do throws(FileSystemError) { try remove(draft) } catch {
                throw FileSystemError(
                    .create, path, failure.reason, text: "\(failure.text), and \(draft) could not be removed")
            }
            throw failure
        }
    }
}
