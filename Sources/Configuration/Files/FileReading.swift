/// Reads files; a parameter of whatever needs them, so that tests need no disk.
public protocol FileReading: Sendable {
    /// The bytes of a file.
    ///
    /// - Parameters:
    ///   - path: an absolute path, possibly with `..` in it.
    ///   - limit: how many bytes the file may have at most.
    func contents(of path: String, limit: Int) throws(FileReadingError) -> [UInt8]

    /// Whether there is something at that absolute path that could be read as a file.
    func exists(_ path: String) -> Bool
}

/// Why a file could not be read.
public enum FileReadingError: Error, Sendable, Equatable {
    /// There is no such file.
    case notFound
    /// It is a folder.
    case isFolder
    /// It has more bytes than allowed.
    case tooLarge(limit: Int)
    /// The system says why, for example "Permission denied".
    case failed(String)

    /// What is wrong, as the rest of a sentence whose subject is the path.
    public var words: String {
        switch self {
        case .notFound: "does not exist"
        case .isFolder: "is a folder, not a file"
        case .tooLarge(let limit): "has more than \(limit) bytes"
        case .failed(let reason): "cannot be read: \(reason)"
        }
    }
}
