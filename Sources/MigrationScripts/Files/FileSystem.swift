/// What this part needs of a file system, as a parameter: the real one is ``LocalFileSystem``.
///
/// Every call may block; none is to be made on a thread that must not.
public protocol FileSystem: Sendable {
    /// What stands at a path, symbolic links followed.
    func status(of path: String) throws(FileSystemError) -> FileStatus

    /// The entries of a folder, without `.` and `..`, in any order.
    func list(_ folder: String) throws(FileSystemError) -> [FolderEntry]

    /// The bytes of a regular file.
    ///
    /// - Parameter limit: the most bytes that are read; a larger file is ``FileSystemError/Reason/tooLarge(limit:)``, and
    ///   is not held in memory.
    func read(_ path: String, limit: Int) throws(FileSystemError) -> [UInt8]

    /// Makes a new file of some bytes.
    ///
    /// Whatever stands at the path already, a symbolic link included, is ``FileSystemError/Reason/exists`` and stays as it
    /// is. After any other failure nothing stands there.
    func create(_ path: String, bytes: [UInt8]) throws(FileSystemError)

    /// Puts a file of some bytes at a path, in place of the file that is there, if one is; a link is followed.
    ///
    /// Whoever reads the path meanwhile finds the old bytes or the new ones; after a failure the old ones.
    func replace(_ path: String, bytes: [UInt8]) throws(FileSystemError)

    /// Makes a folder in a folder that is there.
    func createFolder(_ path: String) throws(FileSystemError)

    /// Removes a file.
    func remove(_ path: String) throws(FileSystemError)
}
