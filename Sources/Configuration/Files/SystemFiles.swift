import Glibc

/// The files of the machine, read with system calls: named pipes and `/dev/fd/3` work like any other file.
public struct SystemFiles: FileReading {
    /// Makes a reader.
    public init() {}

    /// The bytes of a file; an error when it has more than `limit`.
    public func contents(of path: String, limit: Int) throws(FileReadingError) -> [UInt8] {
        // C would stop reading the path there, and open another file.
        guard !path.utf8.contains(0) else { throw .failed("the path holds a zero byte") }
        let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.error(errno) }
        defer { _ = close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
            if count == 0 { return bytes }
            if count < 0 {
                let code = errno
                if code == EINTR { continue }
                throw Self.error(code)
            }
            guard bytes.count + count <= limit else { throw .tooLarge(limit: limit) }
            bytes += buffer.prefix(count)
        }
    }

    /// Whether there is something at that path.
    public func exists(_ path: String) -> Bool {
        unsafe access(path, F_OK) == 0
    }

    private static func error(_ code: Int32) -> FileReadingError {
        switch code {
        case ENOENT, ENOTDIR: .notFound
        case EISDIR: .isFolder
        default: .failed(unsafe String(cString: strerror(code)))
        }
    }
}
