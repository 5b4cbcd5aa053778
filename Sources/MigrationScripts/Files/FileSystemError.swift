/// Why a file or folder could not be used.
public struct FileSystemError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was tried.
    public enum Operation: String, Hashable, Sendable {
        /// Look at what a path stands for.
        case look = "look at"
        /// List a folder.
        case list
        /// Read a file.
        case read
        /// Make a file.
        case create
        /// Make a folder.
        case createFolder = "make the folder"
        /// Remove a file.
        case remove
    }

    /// What was in the way.
    public enum Reason: Hashable, Sendable {
        /// Nothing stands at the path (`ENOENT`).
        case notFound
        /// Something stands at the path already (`EEXIST`).
        case exists
        /// A part of the path, or the path, is not a folder (`ENOTDIR`).
        case notAFolder
        /// The path is a folder, a device, a pipe or a socket where a file is needed.
        case notARegularFile
        /// The file has more bytes than may be read.
        case tooLarge(limit: Int)
        /// The permissions do not allow it (`EACCES`, `EPERM`).
        case notPermitted
        /// The file system can only be read (`EROFS`).
        case readOnly
        /// There is no space or quota left (`ENOSPC`, `EDQUOT`).
        case noSpace
        /// Anything else, by its number.
        case system(errno: Int32)
    }

    /// What was tried.
    public let operation: Operation
    /// The path as it was given.
    public let path: String
    /// What was in the way.
    public let reason: Reason
    /// The system's words for it, such as `No space left on device`; words of our own where the system has none.
    public let text: String

    /// Makes one of its parts.
    public init(_ operation: Operation, _ path: String, _ reason: Reason, text: String) {
        self.operation = operation
        self.path = path
        self.reason = reason
        self.text = text
    }

    /// A full sentence for people.
    public var description: String {
        "Could not \(operation.rawValue) `\(visible(path))`: \(text)."
    }
}
